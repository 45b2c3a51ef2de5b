package org.driftgate.process;

/** Edits a pre-trade table as an owner does in Modeler. */
public final class Rows {

    private Rows() {}

    /** With a row that looks at the measure only, before all others. */
    public static String add(
            String file, String table, String test, String id, String outcome, String limit, String from, String to) {
        int decision = file.indexOf("<decision id=\"%s\"".formatted(table));
        int end = file.indexOf("</decision>", decision);
        int row = file.indexOf("<rule ", decision);
        long inputs = file.substring(decision, end).split("<input ", -1).length - 1L;
        String others = "<inputEntry><text></text></inputEntry>".repeat((int) inputs - 1);
        return file.substring(0, row)
                + "<rule id=\"own\"><inputEntry id=\"ownActual\"><text>%s</text></inputEntry>%s%s%s%s%s%s%s</rule>"
                        .formatted(
                                test.replace("<", "&lt;").replace(">", "&gt;"),
                                others,
                                output(quoted(id)),
                                output(quoted(outcome)),
                                output(limit),
                                output(quoted("the firm's rule")),
                                output(quoted(from)),
                                output(quoted(to)))
                + file.substring(row);
    }

    /** With a row that looks at one input only and blocks, before all others. */
    public static String blocking(String file, String table, int place, String test, String id, String limit) {
        int decision = file.indexOf("<decision id=\"%s\"".formatted(table));
        int row = file.indexOf("<rule ", decision);
        int inputs = file.substring(decision, row).split("<input ", -1).length - 1;
        return file.substring(0, row)
                + "<rule id=\"blocking%s\">".formatted(id.replace("-", ""))
                + input("").repeat(place)
                + input(test.replace("<", "&lt;").replace(">", "&gt;"))
                + input("").repeat(inputs - place - 1)
                + output(quoted(id))
                + output(quoted("BLOCK"))
                + output(limit)
                + output(quoted("the firm's rule " + id))
                + output("").repeat(2)
                + "</rule>"
                + file.substring(row);
    }

    private static String input(String test) {
        return "<inputEntry><text>%s</text></inputEntry>".formatted(test);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text + '"';
    }

    private static String output(String text) {
        return "<outputEntry><text>%s</text></outputEntry>".formatted(text);
    }
}
