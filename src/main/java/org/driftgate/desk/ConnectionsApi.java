package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.household.PortfolioSource;
import org.driftgate.notification.Crm;
import org.driftgate.notification.Mailer;
import org.driftgate.proposal.ProposalSource;
import org.driftgate.shared.SystemFault;
import org.driftgate.trading.Custodian;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks every outside system whether it would answer; nothing is changed or ordered there. */
@RestController
@Tag(name = "Operations")
class ConnectionsApi {

    private final ObjectProvider<PortfolioSource> portfolios;
    private final ObjectProvider<ProposalSource> proposals;
    private final ObjectProvider<Custodian> custodians;
    private final ObjectProvider<Crm> crms;
    private final ObjectProvider<Mailer> mailers;

    ConnectionsApi(
            ObjectProvider<PortfolioSource> portfolios,
            ObjectProvider<ProposalSource> proposals,
            ObjectProvider<Custodian> custodians,
            ObjectProvider<Crm> crms,
            ObjectProvider<Mailer> mailers) {
        this.portfolios = portfolios;
        this.proposals = proposals;
        this.custodians = custodians;
        this.crms = crms;
        this.mailers = mailers;
    }

    @GetMapping("/api/connections")
    @Operation(summary = "Check the connection to every outside system")
    List<Connection> check() {
        var checks = new ArrayList<Check>();
        portfolios.forEach(source -> checks.add(new Check("Portfolio source", source::checkConnection)));
        proposals.forEach(
                source -> checks.add(new Check("Proposal source: " + source.name(), source::checkConnection)));
        custodians.forEach(one -> checks.add(new Check("Custodian " + one.name(), one::checkConnection)));
        crms.forEach(crm -> checks.add(new Check("CRM " + crm.name(), crm::checkConnection)));
        mailers.forEach(mailer -> checks.add(new Check("Mail server", mailer::checkConnection)));
        return checks.parallelStream().map(Check::run).toList();
    }

    private record Check(String system, Runnable question) {

        Connection run() {
            long started = System.nanoTime();
            try {
                question.run();
                return new Connection(system, true, "answers", millisSince(started));
            } catch (SystemFault fault) {
                return new Connection(system, false, String.valueOf(fault.getMessage()), millisSince(started));
            }
        }

        private static long millisSince(long started) {
            return Duration.ofNanos(System.nanoTime() - started).toMillis();
        }
    }

    record Connection(String system, boolean ok, String message, long millis) {}
}
