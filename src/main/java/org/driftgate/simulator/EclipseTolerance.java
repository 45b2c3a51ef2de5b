package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Drift by class as Eclipse's model tolerance rows, in percent of the value after cash needs. */
final class EclipseTolerance {

    private EclipseTolerance() {}

    static List<Map<String, Object>> rows(Portfolio portfolio) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String assetClass : portfolio.assetClasses()) {
            BigDecimal value = portfolio.classValue(assetClass);
            BigDecimal target = portfolio.classTarget(assetClass);
            rows.add(Fields.with("portfolioId", portfolio.household().id())
                    .and("portfolioName", portfolio.household().row().name())
                    .and("assetId", rows.size() + 1)
                    .and("assetName", assetClass)
                    .and("targetInPercentage", number(portfolio.percent(target)))
                    .and("currentInPercentage", number(portfolio.percent(value)))
                    .and("differenceInPercentage", number(portfolio.percent(value.subtract(target))))
                    .and("currentInDollar", cents(value))
                    .and("targetInDollar", cents(target))
                    .and("differenceInDollar", cents(value.subtract(target)))
                    .and("isExcluded", 0)
                    .map());
        }
        return rows;
    }

    /** The portfolio's largest class deviation, signed, in one row. */
    static Map<String, Object> summary(Portfolio portfolio) {
        BigDecimal largest = portfolio.assetClasses().stream()
                .map(portfolio::excess)
                .max(Comparator.comparing(BigDecimal::abs))
                .orElse(BigDecimal.ZERO);
        return Fields.with("id", portfolio.household().id())
                .and("name", portfolio.household().row().name())
                .and("modelName", portfolio.household().row().model())
                .and("totalValue", cents(portfolio.value()))
                .and("classDeviationPercent", number(portfolio.percent(largest)))
                .map();
    }

    private static BigDecimal number(String percent) {
        return new BigDecimal(percent);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
