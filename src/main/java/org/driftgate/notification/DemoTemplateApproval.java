package org.driftgate.notification;

import org.driftgate.shared.PersonId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** In the demo the first letter is approved from the start. */
@Component
@Profile("demo")
class DemoTemplateApproval implements ApplicationRunner {

    private final LetterTemplates templates;
    private final Correspondence correspondence;

    DemoTemplateApproval(LetterTemplates templates, Correspondence correspondence) {
        this.templates = templates;
        this.correspondence = correspondence;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        templates.approve(
                LetterTemplates.CLIENT_NOTICE, correspondence.clientNoticeVersion(), new PersonId("reviewer"));
    }
}
