package org.driftgate.adapter.orion;

import java.time.Clock;
import java.time.Duration;

/** The adapter wired by hand against a simulator's address, with short time-outs and small pages. */
final class OrionUnderTest {

    final OrionSource source;
    final OrionProposals proposals;
    final DriftCrossCheck crossCheck;

    OrionUnderTest(String url, Clock clock) {
        this(url, clock, "demo", 3);
    }

    OrionUnderTest(String url, Clock clock, String password, int pageSize) {
        OrionSettings settings = new OrionSettings(
                url + "/orion/api/v1",
                url + "/orion/eclipse",
                "driftgate",
                password,
                Duration.ofSeconds(2),
                Duration.ofMillis(1500),
                pageSize,
                4,
                0,
                Duration.ofSeconds(10));
        OrionSession session = new OrionSession(new OrionHttp(settings), settings);
        OrionLists lists = new OrionLists(session, settings);
        OrionPortfolios portfolios = new OrionPortfolios(lists);
        OrionCollector collector = new OrionCollector(
                portfolios, lists, new EclipseMarket(session), new EclipseLots(session, settings), clock);
        this.crossCheck = new DriftCrossCheck(session, portfolios, clock);
        this.source = new OrionSource(collector, session, crossCheck);
        this.proposals = new OrionProposals(session, portfolios);
    }
}
