package org.driftgate.notification;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Fills a template: HTML with escaping, the plain-text twin as it is, its first line being the subject. */
@Component
class LetterPrinter {

    private static final String SUBJECT = "Subject: ";
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterPrinter() {
        var templates = new StringTemplateResolver();
        templates.setCacheable(true);
        engine.setTemplateResolver(templates);
    }

    /** {@code letter} is the name under which the templates see the facts. */
    Printed print(LetterTemplate template, Object letter) {
        var facts = new Context(java.util.Locale.US, Map.of("letter", letter));
        String text = engine.process(new TemplateSpec(template.text(), TemplateMode.TEXT), facts);
        int end = text.indexOf('\n');
        if (!text.startsWith(SUBJECT) || end < 0)
            throw new IllegalStateException(
                    "template %s %s does not begin with its subject".formatted(template.name(), template.version()));
        return new Printed(
                template,
                OneLine.of(text.substring(SUBJECT.length(), end)),
                text.substring(end).strip() + "\n",
                engine.process(new TemplateSpec(template.html(), TemplateMode.HTML), facts));
    }

    record Printed(LetterTemplate template, String subject, String text, String html) {}
}
