package org.driftgate.notification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.SystemFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter templates: versioned files, kept with their hash once used, approved by compliance before a client sees one. */
@Component
public class LetterTemplates {

    /** The template of the client notice. */
    public static final String CLIENT_NOTICE = MailKind.CLIENT_NOTICE.template();

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    LetterTemplates(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Approves the content that the files have now; approving the same content again changes nothing. */
    @Transactional
    public void approve(String name, String version, PersonId person) {
        LetterTemplate template = load(name, version);
        register(template);
        int approved = jdbc.sql("""
                insert into driftgate.template_approval (name, version, sha256, approved_by, approved_at)
                values (:name, :version, :sha256, :person, :now) on conflict do nothing""")
                .param("name", name)
                .param("version", version)
                .param("sha256", template.sha256())
                .param("person", person.value())
                .param("now", now())
                .update();
        if (approved == 0) return;
        Map<String, String> facts = Map.of("template", name, "version", version);
        audit.append(new AuditEntry(AuditEvent.TEMPLATE_APPROVED, person, null, null, facts, template.sha256()));
    }

    LetterTemplate approved(String name, String version) {
        LetterTemplate template = load(name, version);
        if (isApproved(template)) return template;
        throw new SystemFault(
                "letters",
                "approval",
                ("template %s %s with the content %s… is not approved by compliance, so nothing was sent; "
                                + "approve it, then retry the job")
                        .formatted(name, version, template.sha256().substring(0, 12)));
    }

    LetterTemplate load(String name, String version) {
        return new LetterTemplate(name, version, read(name, version, "html"), read(name, version, "txt"));
    }

    void register(LetterTemplate template) {
        jdbc.sql("""
                insert into driftgate.letter_template (name, version, sha256, html, text, registered_at)
                values (:name, :version, :sha256, :html, :text, :now) on conflict do nothing""")
                .param("name", template.name())
                .param("version", template.version())
                .param("sha256", template.sha256())
                .param("html", template.html())
                .param("text", template.text())
                .param("now", now())
                .update();
    }

    private boolean isApproved(LetterTemplate template) {
        return jdbc.sql("""
                select exists (select 1 from driftgate.template_approval
                 where name = :name and version = :version and sha256 = :sha256)""")
                .param("name", template.name())
                .param("version", template.version())
                .param("sha256", template.sha256())
                .query(Boolean.class)
                .single();
    }

    private static String read(String name, String version, String kind) {
        String path = "/templates/letters/%s/%s.%s".formatted(name, version, kind);
        try (InputStream file = LetterTemplates.class.getResourceAsStream(path)) {
            if (file == null)
                throw new SystemFault("letters", "template", "there is no %s; nothing was sent".formatted(path));
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SystemFault("letters", "template", "%s cannot be read; nothing was sent".formatted(path), e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
