package org.driftgate.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tiers a version needs and who has signed it, from the rows of the gate. */
@Component
public class Signatures {

    private final JdbcClient jdbc;

    Signatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose signature the newest version of a case waits for; compliance as long as nothing else is recorded. */
    public Tier waitingFor(CaseId about) {
        return jdbc.sql("""
                select driftgate.next_tier(id) from driftgate.proposal_version
                where case_id = :case order by number desc limit 1""")
                .param("case", about.value())
                .query(String.class)
                .optional()
                .map(Tier::valueOf)
                .orElse(Tier.COMPLIANCE);
    }

    /** The household's adviser, when the newest version waits for the adviser's own signature. */
    public Optional<PersonId> adviserToSign(CaseId about) {
        if (waitingFor(about) != Tier.ADVISER) return Optional.empty();
        return jdbc.sql("select adviser_id from driftgate.rebalancing_case where id = :case")
                .param("case", about.value())
                .query(String.class)
                .optional()
                .map(PersonId::new);
    }

    /** Empty when every required tier has signed. */
    Optional<Tier> next(VersionId version) {
        return jdbc.sql("select driftgate.next_tier(:version)")
                .param("version", version.value())
                .query(String.class)
                .optional()
                .map(Tier::valueOf);
    }

    /** In the order of signing; nothing when it was not recorded yet. */
    List<Tier> required(VersionId version) {
        return jdbc
                .sql("select array_to_string(tiers, ',') from driftgate.review_requirement where version_id = :version")
                .param("version", version.value())
                .query(String.class)
                .optional()
                .stream()
                .flatMap(tiers -> Arrays.stream(tiers.split(",")))
                .map(Tier::valueOf)
                .toList();
    }

    List<SignOff> of(VersionId version) {
        return jdbc.sql(
                        "select tier, person, signed_at from driftgate.sign_off where version_id = :version order by id")
                .param("version", version.value())
                .query(Signatures::read)
                .list();
    }

    boolean isByHand(VersionId version) {
        return jdbc.sql("select driftgate.made_by_hand(:version)")
                .param("version", version.value())
                .query(Boolean.class)
                .single();
    }

    private static SignOff read(ResultSet row, int number) throws SQLException {
        return new SignOff(
                Tier.valueOf(row.getString("tier")),
                new PersonId(row.getString("person")),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }
}
