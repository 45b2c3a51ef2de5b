package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.FeatureTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What a release leaves behind for whoever asks later why an order was sent. */
@FeatureTest
@Import(TradingConfiguration.class)
class ClaimTracesTest {

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final AuditLog audit;

    ClaimTracesTest(TradingFixture given, SubmitOrders submit, AuditLog audit) {
        this.given = given;
        this.submit = submit;
        this.audit = audit;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void recordsWhatWasFoundBeforeTheRelease() {
        CaseId about = given.approved();

        submit.forCase(about);

        assertThat(facts(about, AuditEvent.RELEASE_CHECKED))
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("verdict", "READY")
                        .containsKeys("check", "askedAt", "pricesAt", "taxApproved", "taxNow"));
    }

    @Test
    void recordsAMemorandumOfEveryClaim() {
        CaseId about = given.approved();

        submit.forCase(about);

        assertThat(facts(about, AuditEvent.ORDER_CLAIMED))
                .hasSize(2)
                .allSatisfy(facts -> assertThat(facts)
                        .containsEntry("recommendedBy", "advisor01")
                        .containsEntry("placedBy", "reviewer")
                        .containsKeys("releaseCheck", "tradeFile")
                        .doesNotContainKey("warnings"));
    }

    private List<Map<String, Object>> facts(CaseId about, AuditEvent event) {
        return audit.ofCase(about).stream()
                .map(recorded -> recorded.entry())
                .filter(entry -> entry.event() == event)
                .<Map<String, Object>>map(entry -> Map.copyOf(entry.facts()))
                .toList();
    }
}
