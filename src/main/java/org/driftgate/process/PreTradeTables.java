package org.driftgate.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.market.MarketCalendar;
import org.driftgate.process.engine.decision.UnusableTable;
import org.driftgate.review.PreTradeCheck;
import org.driftgate.review.PreTradeRule;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;

/**
 * Asks the deployed tables {@code pre-trade-…}. A row outside its dates does not exist that day; of the others that match,
 * the gravest decides, so a row that is added can only be stricter.
 */
@Component
class PreTradeTables implements PreTradeCheck {

    private static final String WHAT_NOW =
            "Nothing can be approved until the process owner mends the table in Modeler and deploys it again.";

    private final DeployedTables deployed;
    private final MarketCalendar market;

    PreTradeTables(DeployedTables deployed, MarketCalendar market) {
        this.deployed = deployed;
        this.market = market;
    }

    @Override
    public List<Ruling> decide(List<Fact> facts, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, market.zone());
        Map<String, DeployedTable> tables = deployed.at(at);
        return facts.stream()
                .map(fact -> ruling(fact, table(tables, fact.rule()), day))
                .toList();
    }

    /** As one table rules on one day. */
    static Ruling ruling(Fact fact, DeployedTable table, LocalDate day) {
        try {
            return table.tables().ask(table.key(), variables(fact)).stream()
                    .map(PreTradeRow::of)
                    .filter(row -> row.appliesOn(day))
                    .max(Comparator.comparing(PreTradeRow::outcome))
                    .map(row -> row.about(fact, table))
                    .orElseThrow(() -> new UnusableTable("no row applies on %s".formatted(day)));
        } catch (UnusableTable trouble) {
            throw new SystemFault(
                    "decision table",
                    table.name(),
                    "it cannot decide about %s: %s. %s".formatted(words(fact), trouble.getMessage(), WHAT_NOW),
                    trouble);
        }
    }

    static Map<String, Object> variables(Fact fact) {
        var variables = new HashMap<String, Object>();
        variables.put("actual", fact.actual());
        variables.put("limit", fact.limit());
        fact.circumstances().forEach((circumstance, value) -> variables.put(circumstance.variable(), value));
        return variables;
    }

    private static DeployedTable table(Map<String, DeployedTable> tables, PreTradeRule rule) {
        return Optional.ofNullable(tables.get(rule.table()))
                .orElseThrow(() -> new SystemFault("decision table", rule.table(), "it is not deployed. " + WHAT_NOW));
    }

    private static String words(Fact fact) {
        return "%s (limit %s)"
                .formatted(fact.actual().toPlainString(), fact.limit().toPlainString());
    }
}
