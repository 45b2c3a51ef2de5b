package org.driftgate.notification;

import java.util.List;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEvent;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.ExceptionView;
import org.driftgate.trading.ExceptionView.OrderLine;
import org.driftgate.trading.ExceptionView.SafeAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the adviser of an execution exception at once. */
@Component
public class AlertAdviser {

    private final Cases cases;
    private final CaseFacts facts;
    private final InternalMail internal;
    private final WebAddress web;

    AlertAdviser(Cases cases, CaseFacts facts, InternalMail internal, WebAddress web) {
        this.cases = cases;
        this.facts = facts;
        this.internal = internal;
        this.web = web;
    }

    /** Once for each exception: a later one of the same case, with other orders or codes, is told again. */
    @Transactional
    public void forCase(CaseId about) {
        ExceptionView view = facts.exception(about);
        Letter sent = internal.toAdviser(
                about, cases.get(about).adviser(), MailKind.ADVISER_ALERT, purpose(view), alert(about, view));
        internal.record(AuditEvent.ADVISER_ALERTED, sent);
    }

    record Alert(
            String household,
            String caseId,
            String run,
            String whatHappened,
            List<Line> orders,
            List<String> actions,
            String link) {}

    record Line(String what, String filled, String state, String code, String message) {

        public String text() {
            return "%s, filled %s, %s%s".formatted(what, filled, state, code.isEmpty() ? "" : ", code " + code);
        }
    }

    private Alert alert(CaseId about, ExceptionView view) {
        return new Alert(
                OneLine.of(view.householdName()),
                about.value(),
                about.run().value(),
                view.whatHappened(),
                view.orders().stream()
                        .filter(OrderLine::needsDecision)
                        .map(AlertAdviser::line)
                        .toList(),
                view.actions().stream()
                        .filter(SafeAction::allowed)
                        .map(AlertAdviser::action)
                        .toList(),
                web.ofCase(about));
    }

    private static Line line(OrderLine order) {
        return new Line(
                "%s %s %s"
                        .formatted(
                                order.side(),
                                order.quantity().stripTrailingZeros().toPlainString(),
                                order.symbol()),
                order.filled().stripTrailingZeros().toPlainString(),
                order.state(),
                order.code() == null ? "" : order.code(),
                order.message() == null ? "" : order.message());
    }

    private static String action(SafeAction action) {
        return action.note().isBlank() ? action.action() : action.action() + ": " + action.note();
    }

    private static String purpose(ExceptionView view) {
        String what = view.orders().stream()
                .filter(OrderLine::needsDecision)
                .map(order -> order.orderId() + order.state() + order.code())
                .sorted()
                .collect(Collectors.joining("|", view.since() + "|", ""));
        return "exception-" + LetterTemplate.sha256(what).substring(0, 12);
    }
}
