package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.driftgate.process.engine.decision.DecisionTables;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Tries every cell of a decision table that the code asks, so that a slip shows when it is deployed and not in a check. */
final class TableContent {

    private static final String RULE = "tables that can be asked";

    private final TableContract contract;
    private final List<Finding> findings = new ArrayList<>();

    private TableContent(TableContract contract) {
        this.contract = contract;
    }

    /** Of every decision in the file that has a contract, or that looks as if it had one. */
    static List<Finding> check(Element root, ModelContract contract) {
        List<Finding> findings = new ArrayList<>();
        XmlDocument.all(root)
                .filter(element -> element.getLocalName().equals("decision"))
                .filter(decision -> contract.isTable(decision.getAttribute("id")))
                .forEach(decision -> findings.addAll(contract.table(decision.getAttribute("id"))
                        .map(agreed -> new TableContent(agreed).check(decision))
                        .orElseGet(() -> List.of(new Finding(
                                decision.getAttribute("id"), RULE, "the application asks no table of this name")))));
        return findings;
    }

    private List<Finding> check(Element decision) {
        Optional<Element> table = named(decision, "decisionTable").stream().findFirst();
        if (table.isEmpty()) problem(decision, "it is no decision table");
        else checkTable(table.get());
        return findings;
    }

    private void checkTable(Element table) {
        if (!table.getAttribute("hitPolicy").equals("COLLECT")
                || !table.getAttribute("aggregation").isEmpty())
            problem(
                    table,
                    "the hit policy has to be COLLECT without an aggregation: of the rows that match, the gravest decides");
        List<String> inputs = named(table, "input").stream().map(this::input).toList();
        List<String> outputs = named(table, "output").stream()
                .map(output -> output.getAttribute("name"))
                .toList();
        if (!contract.outputs().equals(new HashSet<>(outputs))
                || outputs.size() != contract.outputs().size())
            problem(table, "the outputs have to be %s".formatted(sorted(contract.outputs())));
        if (findings.isEmpty()) checkRows(table, inputs, outputs);
    }

    private String input(Element input) {
        String variable = named(input, "inputExpression").stream()
                .map(TableContent::text)
                .findFirst()
                .orElse("");
        if (!contract.variables().containsKey(variable))
            problem(
                    input,
                    "'%s' is not among %s"
                            .formatted(variable, sorted(contract.variables().keySet())));
        return variable;
    }

    private void checkRows(Element table, List<String> inputs, List<String> outputs) {
        List<Map<String, @Nullable Object>> unconditional = new ArrayList<>();
        for (Element row : named(table, "rule")) {
            boolean conditions = conditions(named(row, "inputEntry"), inputs);
            Map<String, @Nullable Object> answer = answer(named(row, "outputEntry"), outputs);
            contract.rows().problem(answer).ifPresent(sentence -> problem(row, sentence));
            if (!conditions) unconditional.add(answer);
        }
        if (findings.isEmpty()) contract.rows().gap(unconditional).ifPresent(sentence -> problem(table, sentence));
    }

    private boolean conditions(List<Element> cells, List<String> inputs) {
        boolean any = false;
        for (int i = 0; i < cells.size(); i++) {
            String test = text(cells.get(i));
            if (test.isEmpty() || test.equals("-")) continue;
            any = true;
            Object sample = Objects.requireNonNull(contract.variables().get(inputs.get(i)));
            Element cell = cells.get(i);
            DecisionTables.problemOfTest(test, sample, contract.variables()).ifPresent(it -> problem(cell, it));
        }
        return any;
    }

    private Map<String, @Nullable Object> answer(List<Element> cells, List<String> outputs) {
        var answer = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < cells.size(); i++) {
            if (text(cells.get(i)).isEmpty()) continue;
            var value = DecisionTables.valueOf(text(cells.get(i)), contract.variables());
            if (value.problem() != null) problem(cells.get(i), value.problem());
            else answer.put(outputs.get(i), value.value());
        }
        return answer;
    }

    private void problem(Element element, String sentence) {
        findings.add(new Finding(XmlDocument.id(element), RULE, sentence));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static List<Element> named(Element parent, String name) {
        return XmlDocument.children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    /** Of the cell, which keeps it in an element of its own. */
    private static String text(Element cell) {
        return named(cell, "text").stream()
                .map(XmlDocument::text)
                .findFirst()
                .orElse("")
                .strip();
    }
}
