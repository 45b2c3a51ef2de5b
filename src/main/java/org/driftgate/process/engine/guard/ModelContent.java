package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Reads a BPMN file as text: only known elements, attributes, delegates and expressions; no code of the model's own. */
final class ModelContent {

    private static final String NO_CODE = "no code in models";
    private static final String NO_SCRIPT = "no scripts";
    private static final String KNOWN_WORDS = "known elements only";
    private static final String EXPRESSIONS = "expressions of the contract";
    private static final String DELEGATES = "known delegates only";
    private static final Set<String> SCRIPTING =
            Set.of("scriptTask", "script", "scriptFormat", "language", "expressionLanguage", "resource");
    private static final Set<String> CODE = Set.of(
            "class",
            "expression",
            "connector",
            "connectorId",
            "field",
            "type",
            "topic",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression");

    private final Vocabulary words;
    private final ExpressionRule expressions;
    private final Predicate<String> knownProcess;
    private final List<Finding> findings = new ArrayList<>();

    ModelContent(Vocabulary words, Predicate<String> knownProcess) {
        this.words = words;
        this.expressions = new ExpressionRule(words);
        this.knownProcess = knownProcess;
    }

    List<Finding> check(Element root) {
        if (!root.getLocalName().equals("definitions")
                || !XmlDocument.namespace(root).equals(ModelWords.BPMN))
            findings.add(new Finding("", KNOWN_WORDS, "this is no BPMN model"));
        walk(root);
        return List.copyOf(findings);
    }

    private void walk(Element element) {
        if (ModelWords.DRAWING.contains(XmlDocument.namespace(element))) return;
        if (!isKnown(element)) {
            unknown(element, element.getLocalName(), "<%s>".formatted(element.getNodeName()));
            return;
        }
        for (Attr attribute : XmlDocument.attributes(element)) check(element, attribute);
        checkText(element);
        checkLinks(element);
        XmlDocument.children(element).forEach(this::walk);
    }

    private static boolean isKnown(Element element) {
        return switch (XmlDocument.namespace(element)) {
            case ModelWords.BPMN -> ModelWords.BPMN_ELEMENTS.contains(element.getLocalName());
            case ModelWords.ENGINE -> ModelWords.ENGINE_ELEMENTS.contains(element.getLocalName());
            default -> false;
        };
    }

    private void check(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        boolean ofEngine = XmlDocument.namespace(element).equals(ModelWords.ENGINE);
        boolean known = switch (XmlDocument.namespace(attribute)) {
            case ModelWords.ENGINE -> !ofEngine && ModelWords.ENGINE_ATTRIBUTES.contains(name);
            case "" -> (ofEngine ? ModelWords.ENGINE_PLAIN : ModelWords.BPMN_ATTRIBUTES).contains(name);
            case ModelWords.XSI -> Set.of("type", "schemaLocation").contains(name);
            default -> ModelWords.DRAWING.contains(XmlDocument.namespace(attribute));
        };
        if (words.contract().afterTrading().contains(attribute.getValue().strip()))
            add(element, KNOWN_WORDS, "'%s' is written by the application only".formatted(attribute.getValue()));
        if (!known) unknown(element, name, "the attribute %s".formatted(attribute.getNodeName()));
        else if (name.equals("delegateExpression")) checkDelegate(element, attribute.getValue());
        else if (isListener(element) && name.equals("expression")) checkCall(element, attribute.getValue());
        else if (name.equals("formKey")) checkFormKey(element, attribute.getValue());
        else checkExpressions(element, attribute.getValue());
    }

    private void unknown(Element element, String name, String what) {
        if (SCRIPTING.contains(name))
            add(element, NO_SCRIPT, "%s is a script; let a delegate of the application do this".formatted(what));
        else if (CODE.contains(name))
            add(element, NO_CODE, "%s runs code that the application does not offer".formatted(what));
        else add(element, KNOWN_WORDS, "%s is not among what a model may use".formatted(what));
    }

    private void checkText(Element element) {
        boolean prose = ModelWords.PROSE.contains(element.getLocalName())
                && XmlDocument.namespace(element).equals(ModelWords.BPMN);
        if (!prose) checkExpressions(element, XmlDocument.text(element));
    }

    private void checkExpressions(Element element, String text) {
        if (!expressions.allowsText(text))
            add(
                    element,
                    EXPRESSIONS,
                    "'%s' may use variables, comparisons and the application's own calls only".formatted(text.strip()));
    }

    private void checkDelegate(Element element, String value) {
        boolean step = XmlDocument.namespace(element).equals(ModelWords.BPMN)
                && ModelWords.STEPS.contains(element.getLocalName());
        boolean named = value.startsWith("${") && value.endsWith("}") && value.length() > 3;
        if (!step || !named || !words.isDelegate(value.substring(2, value.length() - 1)))
            add(element, DELEGATES, "'%s' is no step that the application offers here".formatted(value));
    }

    private void checkCall(Element element, String value) {
        if (!expressions.isCall(value))
            add(element, EXPRESSIONS, "the listener's '%s' is none of the application's own calls".formatted(value));
    }

    private void checkFormKey(Element element, String value) {
        if (!value.matches("(embedded:deployment|camunda-forms:deployment):[\\w./-]+"))
            add(element, "forms of the deployment", "the form '%s' is not one of the deployment".formatted(value));
    }

    private void checkLinks(Element element) {
        if (!element.getLocalName().equals("callActivity")) return;
        String called = element.getAttribute("calledElement");
        if (called.isEmpty() || ExpressionRule.isExpression(called) || !knownProcess.test(called))
            add(element, "called processes are known", "'%s' is not a deployed process".formatted(called));
    }

    private static boolean isListener(Element element) {
        return element.getLocalName().endsWith("Listener");
    }

    private void add(Element element, String rule, String sentence) {
        findings.add(new Finding(XmlDocument.id(element), rule, sentence));
    }
}
