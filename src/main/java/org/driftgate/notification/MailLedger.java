package org.driftgate.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.driftgate.notification.Mailer.Delivery;
import org.driftgate.notification.Mailer.Mail;
import org.driftgate.shared.AdviserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every mail with its attempts and outcome. Writes commit by themselves, so that they outlive a job that fails later. */
@Component
class MailLedger {

    private final JdbcClient jdbc;
    private final LetterTemplates templates;
    private final Clock clock;

    MailLedger(JdbcClient jdbc, LetterTemplates templates, Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Claims the next attempt of a letter. Empty when an earlier attempt ended without a word, because its mail may have
     * gone; a letter that may be repeated is claimed all the same. What the first claim kept is what is sent.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Claim> claim(Letter letter) {
        keep(letter);
        if (!letter.kind().isInternal() && hasAttemptInDoubt(letter.messageId())) return Optional.empty();
        int n = attempts(letter.messageId()) + 1;
        jdbc.sql("insert into driftgate.mail_attempt (message_id, n, started_at) values (:id, :n, :now)")
                .param("id", letter.messageId())
                .param("n", n)
                .param("now", now())
                .update();
        return Optional.of(new Claim(n, stored(letter.messageId())));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String messageId, int n, String problem) {
        jdbc.sql("""
                insert into driftgate.mail_attempt_failed (message_id, n, problem, failed_at)
                values (:id, :n, :problem, :now)""")
                .param("id", messageId)
                .param("n", n)
                .param("problem", problem)
                .param("now", now())
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void finish(String messageId, Delivery delivery) {
        if (delivery instanceof Delivery.Accepted accepted) accept(messageId, accepted);
        if (delivery instanceof Delivery.Refused refused) giveUp(messageId, "REFUSED", refused.serverReply());
        if (delivery instanceof Delivery.InDoubt doubt) giveUp(messageId, "IN_DOUBT", doubt.whatHappened());
    }

    Optional<Delivery> outcome(String messageId) {
        Optional<Delivery> sent = jdbc.sql("select server_reply, mime from driftgate.mail_sent where message_id = :id")
                .param("id", messageId)
                .query((row, n) -> (Delivery) new Delivery.Accepted(row.getString(1), row.getString(2)))
                .optional();
        if (sent.isPresent()) return sent;
        return jdbc.sql("select outcome, reason from driftgate.mail_not_sent where message_id = :id")
                .param("id", messageId)
                .query((row, n) -> notSent(row.getString(1), row.getString(2)))
                .optional();
    }

    /** In the caller's transaction: true the first time, so that a mail is recorded in the audit log once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean recordOnce(String messageId) {
        return jdbc.sql("""
                insert into driftgate.mail_recorded (message_id, recorded_at) values (:id, :now)
                on conflict do nothing""").param("id", messageId).param("now", now()).update() == 1;
    }

    /** One job at a time works on a mail; the lock goes with the caller's transaction, also when its JVM dies. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(String messageId) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:id, 8))")
                .param("id", messageId)
                .query(Boolean.class)
                .single();
    }

    record Claim(int n, Mail mail) {}

    private void keep(Letter letter) {
        templates.register(letter.printed().template());
        jdbc.sql("""
                insert into driftgate.mail (message_id, kind, run_id, case_id, sender, recipient_name, recipient, subject,
                  text, html, template, template_version, template_sha256, composed_at)
                values (:id, :kind, :run, :case, :sender, :name, :address, :subject, :text, :html, :template, :version,
                  :sha256, :now) on conflict do nothing""")
                .param("id", letter.messageId())
                .param("kind", letter.kind().name())
                .param("run", text(letter.run()))
                .param("case", text(letter.about()))
                .param("sender", text(letter.from()))
                .param("name", letter.to().name())
                .param("address", letter.to().address())
                .param("subject", letter.printed().subject())
                .param("text", letter.printed().text())
                .param("html", letter.printed().html())
                .param("template", letter.printed().template().name())
                .param("version", letter.printed().template().version())
                .param("sha256", letter.printed().template().sha256())
                .param("now", now())
                .update();
    }

    private Mail stored(String messageId) {
        return jdbc.sql("select * from driftgate.mail where message_id = :id")
                .param("id", messageId)
                .query((row, n) -> new Mail(
                        messageId,
                        Optional.ofNullable(row.getString("sender"))
                                .map(AdviserId::new)
                                .orElse(null),
                        row.getString("recipient_name"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("html")))
                .single();
    }

    private boolean hasAttemptInDoubt(String messageId) {
        return jdbc.sql("""
                select exists (select 1 from driftgate.mail_attempt a left join driftgate.mail_attempt_failed f
                  on f.message_id = a.message_id and f.n = a.n where a.message_id = :id and f.n is null)""").param("id", messageId).query(Boolean.class).single();
    }

    private int attempts(String messageId) {
        return jdbc.sql("select count(*) from driftgate.mail_attempt where message_id = :id")
                .param("id", messageId)
                .query(Integer.class)
                .single();
    }

    private void accept(String messageId, Delivery.Accepted accepted) {
        jdbc.sql("""
                insert into driftgate.mail_sent (message_id, server_reply, mime, mime_sha256, accepted_at)
                values (:id, :reply, :mime, :sha256, :now)""")
                .param("id", messageId)
                .param("reply", accepted.serverReply())
                .param("mime", accepted.mime())
                .param("sha256", LetterTemplate.sha256(accepted.mime()))
                .param("now", now())
                .update();
    }

    private void giveUp(String messageId, String outcome, String reason) {
        jdbc.sql("""
                insert into driftgate.mail_not_sent (message_id, outcome, reason, decided_at)
                values (:id, :outcome, :reason, :now)""")
                .param("id", messageId)
                .param("outcome", outcome)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    private static Delivery notSent(String outcome, String reason) {
        return outcome.equals("REFUSED") ? new Delivery.Refused(reason) : new Delivery.InDoubt(reason);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
