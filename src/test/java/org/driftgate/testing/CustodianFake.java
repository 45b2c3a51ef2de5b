package org.driftgate.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.SystemFault;
import org.driftgate.trading.Acknowledgement;
import org.driftgate.trading.Custodian;
import org.driftgate.trading.CustodyOrder;
import org.driftgate.trading.LineFinding;
import org.driftgate.trading.OrderReport;

/** A custodian in memory that keeps a ledger of every order it took, and loses answers when told to. */
public final class CustodianFake implements Custodian {

    /** Stands for the end of the process between claim and answer. */
    public static final class Killed extends Error {}

    private final List<CustodyOrder> ledger = new ArrayList<>();
    private final Map<Symbol, String> rejections = new HashMap<>();
    private final Map<Symbol, String> findings = new HashMap<>();
    private final Map<Symbol, String> warnings = new HashMap<>();
    private final List<OrderReport> reports = new ArrayList<>();
    private final List<List<CustodyOrder>> validated = new ArrayList<>();
    private Supplier<RuntimeException> lostAnswer = () -> null;
    private boolean takesNothing;
    private boolean killed;
    private boolean isDown;
    private boolean spendsUnsettledCash = true;
    private boolean carriesLots = true;

    public void reset() {
        ledger.clear();
        rejections.clear();
        findings.clear();
        warnings.clear();
        reports.clear();
        validated.clear();
        lostAnswer = () -> null;
        takesNothing = false;
        killed = false;
        isDown = false;
        spendsUnsettledCash = true;
        carriesLots = true;
    }

    public List<CustodyOrder> ledger() {
        return List.copyOf(ledger);
    }

    /** What it was asked to validate, question by question. */
    public List<List<CustodyOrder>> validated() {
        return List.copyOf(validated);
    }

    public void reject(String symbol, String code) {
        rejections.put(new Symbol(symbol), code);
    }

    public void acceptEverything() {
        rejections.clear();
        findings.clear();
    }

    public void warn(String symbol, String message) {
        warnings.put(new Symbol(symbol), message);
    }

    public void find(String symbol, String code) {
        findings.put(new Symbol(symbol), code);
    }

    public void loseAnswers() {
        lostAnswer = () -> new SystemFault("Fake custodian", "submit", "no answer");
    }

    public void loseOrders() {
        loseAnswers();
        takesNothing = true;
    }

    public void answerAgain() {
        lostAnswer = () -> null;
        takesNothing = false;
        killed = false;
    }

    public void fail(RuntimeException with) {
        lostAnswer = () -> with;
        takesNothing = true;
    }

    public void killAfterTaking() {
        killed = true;
    }

    public void down(boolean down) {
        isDown = down;
    }

    public void report(OrderReport report) {
        reports.add(report);
    }

    public void report(List<OrderReport> newest) {
        reports.clear();
        reports.addAll(newest);
    }

    public String reference(OrderId order) {
        return "F-" + order.toString().substring(0, 8);
    }

    @Override
    public String name() {
        return "schwab";
    }

    @Override
    public DoubtPolicy doubtPolicy() {
        return DoubtPolicy.LOOKUP;
    }

    @Override
    public boolean carriesLots() {
        return carriesLots;
    }

    @Override
    public boolean spendsUnsettledCash() {
        return spendsUnsettledCash;
    }

    public void carryNoLots() {
        carriesLots = false;
    }

    public void forbidUnsettledCash() {
        spendsUnsettledCash = false;
    }

    @Override
    public List<LineFinding> validate(List<CustodyOrder> orders) {
        if (isDown) throw new SystemFault("Fake custodian", "validate", "down");
        validated.add(List.copyOf(orders));
        var found = new ArrayList<LineFinding>();
        for (CustodyOrder order : orders) {
            if (warnings.containsKey(order.symbol()))
                found.add(
                        new LineFinding(order.id(), LineFinding.Severity.WARNING, "W1", warnings.get(order.symbol())));
            if (findings.containsKey(order.symbol()))
                found.add(new LineFinding(
                        order.id(), LineFinding.Severity.ERROR, findings.get(order.symbol()), "would be rejected"));
        }
        return found;
    }

    @Override
    public List<Acknowledgement> submit(List<CustodyOrder> orders) {
        var answers = new ArrayList<Acknowledgement>();
        for (CustodyOrder order : orders) {
            String code = rejections.get(order.symbol());
            if (code == null && !takesNothing) ledger.add(order);
            answers.add(
                    code == null
                            ? new Acknowledgement.Accepted(order.id(), reference(order.id()))
                            : new Acknowledgement.Rejected(order.id(), code, "not today"));
        }
        if (killed) throw new Killed();
        RuntimeException lost = lostAnswer.get();
        if (lost != null) throw lost;
        return answers;
    }

    @Override
    public Optional<OrderReport> find(OrderId order, LocalDate enteredOn) {
        if (isDown) throw new SystemFault("Fake custodian", "find", "down");
        return ledger.stream()
                .filter(taken -> taken.id().equals(order))
                .findFirst()
                .map(taken -> new OrderReport(
                        order,
                        reference(order),
                        taken.account(),
                        taken.symbol(),
                        taken.side(),
                        OrderReport.State.WORKING,
                        null,
                        null,
                        List.of()));
    }

    @Override
    public List<OrderReport> reports(LocalDate enteredOn) {
        return List.copyOf(reports);
    }

    @Override
    public void checkConnection() {}
}
