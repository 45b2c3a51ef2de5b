package org.driftgate.proposal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.driftgate.proposal.ProposalAnalysis.Figures;
import org.driftgate.shared.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each proposal of a source, written with its version and never changed. */
@Component
class AnalysisTable {

    private final JdbcClient jdbc;

    AnalysisTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(VersionId version, ProposalAnalysis analysis) {
        Figures figures = analysis.figures();
        jdbc.sql("""
                insert into driftgate.proposal_analysis (version_id, source, objective, own_objective,
                  plan_objective, bound, greedy_objective, keeps_rules, greedy_keeps_rules, marginal_tax, cost, netted_tax, drift_before,
                  drift_after, millis, policy_hash, flags)
                values (:version, :source, :objective, :own, :plan, :bound, :greedy, :keeps, :greedyKeeps, :marginal, :cost,
                  :netted, :before, :after, :millis, :policy, :flags)""")
                .param("version", version.value())
                .param("source", analysis.source())
                .param("objective", figures == null ? null : figures.objective())
                .param("own", figures == null ? null : figures.ownObjective())
                .param("plan", figures == null ? null : figures.planObjective())
                .param("bound", figures == null ? null : figures.bound())
                .param("greedy", figures == null ? null : figures.greedyObjective())
                .param("keeps", figures == null ? null : figures.keepsRules())
                .param("greedyKeeps", figures == null ? null : figures.greedyKeepsRules())
                .param("marginal", figures == null ? null : figures.marginalTax())
                .param("cost", figures == null ? null : figures.cost())
                .param("netted", analysis.nettedTax())
                .param("before", analysis.driftBefore())
                .param("after", analysis.driftAfter())
                .param("millis", analysis.millis())
                .param("policy", analysis.policyHash())
                .param("flags", analysis.flags().toArray(String[]::new))
                .update();
    }

    Optional<ProposalAnalysis> of(VersionId version) {
        return jdbc.sql("select * from driftgate.proposal_analysis where version_id = :version")
                .param("version", version.value())
                .query((row, number) -> analysis(row))
                .optional();
    }

    private static ProposalAnalysis analysis(ResultSet row) throws SQLException {
        return new ProposalAnalysis(
                Objects.requireNonNull(row.getString("source")),
                figures(row),
                number(row, "netted_tax"),
                number(row, "drift_before"),
                number(row, "drift_after"),
                row.getLong("millis"),
                Objects.requireNonNull(row.getString("policy_hash")),
                List.of((String[]) row.getArray("flags").getArray()));
    }

    private static @Nullable Figures figures(ResultSet row) throws SQLException {
        BigDecimal objective = row.getBigDecimal("objective");
        if (objective == null) return null;
        return new Figures(
                objective,
                row.getBigDecimal("own_objective"),
                number(row, "plan_objective"),
                row.getBigDecimal("bound"),
                number(row, "greedy_objective"),
                row.getBoolean("keeps_rules"),
                row.getBoolean("greedy_keeps_rules"),
                number(row, "marginal_tax"),
                number(row, "cost"));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column), column);
    }
}
