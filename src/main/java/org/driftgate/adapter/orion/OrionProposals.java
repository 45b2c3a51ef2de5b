package org.driftgate.adapter.orion;

import static org.driftgate.adapter.orion.Gap.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftgate.adapter.orion.ProposalWire.Generated;
import org.driftgate.adapter.orion.ProposalWire.RebalanceResponse;
import org.driftgate.adapter.orion.ProposalWire.TradeRow;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.proposal.ProposalSource;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.SystemFault;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Proposals from Eclipse's rebalancer: one trade instance for each question. */
@Component
@ConditionalOnExpression("!'${driftgate.proposals:ORION}'.equalsIgnoreCase('OWN')")
class OrionProposals implements ProposalSource {

    private static final String GENERATE = "/v1/tradetool/rebalancer/action/generatetrade";

    private final OrionSession session;
    private final OrionPortfolios portfolios;

    OrionProposals(OrionSession session, OrionPortfolios portfolios) {
        this.session = session;
        this.portfolios = portfolios;
    }

    @Override
    public String name() {
        return OrionSource.ORIGIN;
    }

    @Override
    public Answer propose(Household household, Book market) {
        String what = "proposal for household " + household.id();
        Optional<Long> portfolio = portfolios.portfolioOf(household.id());
        if (portfolio.isEmpty()) return new Answer.Refused("Orion does not know household " + household.id() + ".");
        try {
            return answer(portfolio.get(), household, market, what);
        } catch (Gap gap) {
            throw new SystemFault(
                    OrionHttp.SYSTEM, what, gap.getMessage() + ". Nothing was ordered; asking again is safe.", gap);
        }
    }

    @Override
    public void checkConnection() {
        session.core("/Authorization/User", "connection check");
    }

    private Answer answer(long portfolio, Household household, Book market, String what) {
        Received received = new Received();
        byte[] body = received.keep(session.postToEclipse(GENERATE, ProposalWire.request(portfolio), what));
        Generated generated = OrionJson.object(body, Generated.class, what);
        RebalanceResponse response = responseOf(generated, portfolio, what);
        if (!response.success()) return new Answer.Refused(required(response.message(), "reason of the refusal"));
        long instance = required(generated.instanceId(), "instance of the " + what);
        String path = "/v1/tradeorder/instances/%d/trades?status=open".formatted(instance);
        List<TradeRow> rows = OrionJson.list(received.keep(session.eclipse(path, what)), TradeRow.class, what);
        if (rows.isEmpty()) return new Answer.Refused("Orion's trade instance %d is empty.".formatted(instance));
        return new Answer.Proposed(
                trades(rows, new TradeMapping(household, market)),
                OrionSource.ORIGIN,
                Long.toString(instance),
                received.hash());
    }

    private static RebalanceResponse responseOf(Generated generated, long portfolio, String what) {
        return required(generated.portfolios(), "answer to the " + what).stream()
                .filter(status -> status.id() == portfolio)
                .flatMap(status -> Stream.ofNullable(status.response()))
                .findFirst()
                .orElseThrow(() -> new Gap("portfolio %d is missing in the answer".formatted(portfolio)));
    }

    private static List<Trade> trades(List<TradeRow> rows, TradeMapping mapping) {
        List<Trade> trades = new ArrayList<>();
        for (TradeRow row : rows) trades.add(mapping.trade(trades.size() + 1, row));
        return trades;
    }
}
