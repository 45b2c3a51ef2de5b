package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import org.driftgate.household.Household.ApprovalMode;
import org.driftgate.testing.ReviewFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewSettingsTest {

    @ParameterizedTest
    @EnumSource(ApprovalMode.class)
    void followsTheSourceWhereTheFirmSaysNothing(ApprovalMode mode) {
        assertThat(settings(null).approvalModeOf(ReviewFixtures.household(mode)))
                .isEqualTo(mode);
    }

    @Test
    void letsTheFirmDecideOneWay() {
        var household = ReviewFixtures.household(ApprovalMode.HOUSEHOLD);

        assertThat(settings(ApprovalMode.TRADE).approvalModeOf(household)).isEqualTo(ApprovalMode.TRADE);
    }

    private static ReviewSettings settings(@Nullable ApprovalMode firm) {
        return new ReviewSettings(
                new BigDecimal("0.20"), Period.ofDays(60), firm, Duration.ofMinutes(5), false, new BigDecimal("50000"));
    }
}
