package org.driftgate.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.Household;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.Trade;
import org.driftgate.run.Cases;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clients of non-discretionary accounts said to exactly one version. */
@Component
@Transactional
public class Consents {

    private static final DateTimeFormatter FIRM_TIME =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMM uuuu", Locale.ENGLISH);

    private final JdbcClient jdbc;
    private final Proposals proposals;
    private final Cases cases;
    private final Snapshots snapshots;
    private final AuditLog audit;
    private final Clock clock;
    private final MarketCalendar market;

    Consents(
            JdbcClient jdbc,
            Proposals proposals,
            Cases cases,
            Snapshots snapshots,
            AuditLog audit,
            Clock clock,
            MarketCalendar market) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.cases = cases;
        this.snapshots = snapshots;
        this.audit = audit;
        this.clock = clock;
        this.market = market;
    }

    /** Whether the current version trades in an account without discretion and has no consent yet. */
    public boolean isMissing(CaseId about) {
        Optional<ProposalVersion> current = proposals.current(about);
        if (current.isEmpty() || isGiven(current.get())) return false;
        return isRequired(current.get(), household(about));
    }

    /** Records it for the current version; refuses with problems when who, how or when is missing. */
    public List<String> record(CaseId about, Consent consent, PersonId recordedBy) {
        Optional<ProposalVersion> current = proposals.current(about);
        if (current.isEmpty()) return List.of("case %s has no proposal to consent to".formatted(about));
        ProposalVersion version = current.get();
        List<String> problems = problems(version, consent);
        if (!problems.isEmpty()) return problems;
        keep(version, consent, recordedBy);
        audit.append(AuditEntry.ofCase(
                        AuditEvent.CONSENT_RECORDED,
                        about,
                        Map.of(
                                "version", version.number(),
                                "tradeHash", version.tradeHash(),
                                "given", consent.given(),
                                "client", consent.client(),
                                "channel", consent.channel(),
                                "saidAt", consent.at().toString(),
                                "note", consent.note()))
                .by(recordedBy));
        return List.of();
    }

    public Optional<Consent> of(CaseId about) {
        return proposals.current(about).flatMap(this::of);
    }

    boolean isGiven(ProposalVersion version) {
        return of(version).filter(Consent::given).isPresent();
    }

    static boolean isRequired(ProposalVersion version, Household household) {
        Set<AccountId> traded = version.trades().stream().map(Trade::account).collect(Collectors.toSet());
        return household.accounts().stream()
                .filter(account -> traded.contains(account.id()))
                .anyMatch(account -> !account.discretionary());
    }

    private Household household(CaseId about) {
        return snapshots.household(cases.get(about).snapshot(), about.household());
    }

    private List<String> problems(ProposalVersion version, Consent consent) {
        List<String> problems = new ArrayList<>();
        if (consent.version() != version.number())
            problems.add("the consent is to version %d, the current one is %d"
                    .formatted(consent.version(), version.number()));
        if (consent.client().isBlank()) problems.add("who of the client's side said it is missing");
        if (consent.channel().isBlank()) problems.add("the channel (phone, e-mail, in person, letter) is missing");
        if (consent.at().isAfter(clock.instant()))
            problems.add("the client cannot have spoken in the future, at " + firmTime(consent.at()));
        if (consent.at().isBefore(version.createdAt().truncatedTo(ChronoUnit.MINUTES)))
            problems.add("the client spoke at %s, before version %d was made at %s; ask about this version"
                    .formatted(firmTime(consent.at()), version.number(), firmTime(version.createdAt())));
        if (of(version).isPresent())
            problems.add("the client's answer to version %d is already recorded".formatted(version.number()));
        return problems;
    }

    private String firmTime(Instant moment) {
        return FIRM_TIME.format(moment.atZone(market.zone()));
    }

    private void keep(ProposalVersion version, Consent consent, PersonId recordedBy) {
        jdbc.sql("""
                insert into driftgate.consent (version_id, trade_hash, given, client, channel, said_at, note,
                  recorded_by, recorded_at)
                values (:version, :hash, :given, :client, :channel, :at, :note, :by, :now)""")
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("given", consent.given())
                .param("client", consent.client().strip())
                .param("channel", consent.channel().strip())
                .param("at", utc(consent.at()))
                .param("note", consent.note())
                .param("by", recordedBy.value())
                .param("now", utc(clock.instant()))
                .update();
    }

    private Optional<Consent> of(ProposalVersion version) {
        return jdbc.sql("select * from driftgate.consent where version_id = :version")
                .param("version", version.id().value())
                .query((row, number) -> read(row, version.number()))
                .optional();
    }

    private static Consent read(ResultSet row, int version) throws SQLException {
        return new Consent(
                version,
                row.getBoolean("given"),
                row.getString("client"),
                row.getString("channel"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** Who of the client's side said it, by which channel, and when. */
    public record Consent(int version, boolean given, String client, String channel, Instant at, String note) {}
}
