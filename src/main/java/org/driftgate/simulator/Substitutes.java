package org.driftgate.simulator;

import java.util.List;
import org.driftgate.adapter.book.SubstituteRow;

/** Which securities stand in for which, and which count as the same in a wash sale. */
record Substitutes(List<SubstituteRow> rows) {

    List<String> of(String symbol) {
        return rows.stream()
                .filter(row -> row.symbol().equals(symbol))
                .map(SubstituteRow::substitute)
                .toList();
    }

    boolean areIdentical(String one, String other) {
        return one.equals(other)
                || rows.stream()
                        .anyMatch(row -> row.substantiallyIdentical()
                                && (row.symbol().equals(one) && row.substitute().equals(other)
                                        || row.symbol().equals(other)
                                                && row.substitute().equals(one)));
    }
}
