package org.driftgate.notification;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.driftgate.notification.TemplateState.Approval;
import org.driftgate.shared.SystemFault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters to clients that compliance approves: every version that this application carries. */
@Component
public class TemplateStates {

    private static final String FILES =
            "classpath*:templates/letters/%s/*.html".formatted(LetterTemplates.CLIENT_NOTICE);

    private final LetterTemplates templates;
    private final Correspondence correspondence;
    private final JdbcClient jdbc;

    TemplateStates(LetterTemplates templates, Correspondence correspondence, JdbcClient jdbc) {
        this.templates = templates;
        this.correspondence = correspondence;
        this.jdbc = jdbc;
    }

    public List<TemplateState> all() {
        return versions().stream().map(this::state).toList();
    }

    private TemplateState state(String version) {
        LetterTemplate template = templates.load(LetterTemplates.CLIENT_NOTICE, version);
        return new TemplateState(
                template.name(),
                version,
                template.sha256(),
                template.text(),
                template.html(),
                version.equals(correspondence.clientNoticeVersion()),
                approval(template));
    }

    private @Nullable Approval approval(LetterTemplate template) {
        return jdbc.sql("""
                select approved_by, approved_at from driftgate.template_approval
                where name = :name and version = :version and sha256 = :sha256""")
                .param("name", template.name())
                .param("version", template.version())
                .param("sha256", template.sha256())
                .query((row, number) -> new Approval(
                        row.getString("approved_by"),
                        row.getObject("approved_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    private static List<String> versions() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(Resource::getFilename)
                    .map(String::valueOf)
                    .map(file -> file.substring(0, file.lastIndexOf('.')))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SystemFault("letters", "templates", "the letter files cannot be listed", e);
        }
    }
}
