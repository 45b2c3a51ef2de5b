package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads a DMN file: tables and literals in FEEL, or in the same small language as the models; no scripts, no functions. */
final class DecisionContent {

    private static final String RULE = "decisions in FEEL";
    private static final Set<String> FUNCTIONS =
            Set.of("functionDefinition", "encapsulatedLogic", "invocation", "businessKnowledgeModel", "import");

    private final ExpressionRule expressions;

    DecisionContent(Vocabulary words) {
        this.expressions = new ExpressionRule(words);
    }

    List<Finding> check(Element root) {
        List<Finding> findings = new ArrayList<>();
        XmlDocument.all(root)
                .forEach(element -> problems(element)
                        .forEach(sentence -> findings.add(new Finding(XmlDocument.id(element), RULE, sentence))));
        return findings;
    }

    private List<String> problems(Element element) {
        List<String> problems = new ArrayList<>();
        String language = element.getAttribute("expressionLanguage");
        boolean whole = element.getLocalName().equals("definitions");
        if (!language.isEmpty() && !isFeel(language) && (whole || !isJuel(language)))
            problems.add("the language '%s' is not allowed".formatted(language));
        if (FUNCTIONS.contains(element.getLocalName()))
            problems.add("<%s> is not allowed".formatted(element.getLocalName()));
        if (element.getLocalName().equals("text") && !allows(element))
            problems.add(
                    "'%s' is not allowed".formatted(XmlDocument.text(element).strip()));
        return problems;
    }

    private boolean allows(Element element) {
        String text = XmlDocument.text(element);
        String language = XmlDocument.parent(element)
                .map(parent -> parent.getAttribute("expressionLanguage"))
                .orElse("");
        if (ExpressionRule.isExpression(text)) return expressions.allowsText(text);
        if (isJuel(language)) return text.isBlank() || expressions.allows(text);
        return !text.matches("(?s).*\\b(function|external|java)\\b.*");
    }

    private static boolean isFeel(String language) {
        return language.toLowerCase(Locale.ROOT).endsWith("feel")
                || language.matches("https?://www\\.omg\\.org/spec/(DMN|FEEL)/.*");
    }

    private static boolean isJuel(String language) {
        return language.equalsIgnoreCase("juel");
    }
}
