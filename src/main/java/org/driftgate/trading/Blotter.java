package org.driftgate.trading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/**
 * A trade file in Schwab's simple layout: {@code ACCOUNT,ACTION,QUANTITY,SYMBOL}, no header, all capitals, whole shares.
 * The custodian drops a malformed row silently, so a file that does not read back to the same rows is never written.
 */
public record Blotter(List<Row> rows) {

    /** Characters that Web Trading's import accepts in a field. */
    private static final Pattern FIELD = Pattern.compile("[A-Z0-9 /.+*%]+");

    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,11}");

    public record Row(AccountId account, Side side, Quantity quantity, Symbol symbol) {}

    public Blotter {
        rows = List.copyOf(rows);
    }

    static Blotter of(List<CustodyOrder> orders) {
        return new Blotter(orders.stream()
                .map(order -> new Row(order.account(), order.side(), order.quantity(), order.symbol()))
                .toList());
    }

    public String write() {
        String text = rows.stream().map(Blotter::write).collect(Collectors.joining());
        if (!read(text).equals(this)) throw new IllegalStateException("the trade file does not read back: " + text);
        return text;
    }

    private static String write(Row row) {
        return String.join(
                        ",",
                        row.account().value().toUpperCase(Locale.ROOT),
                        row.side().name(),
                        row.quantity().toString(),
                        row.symbol().value().toUpperCase(Locale.ROOT))
                + "\n";
    }

    /** Refuses the whole file at the first malformed row. */
    public static Blotter read(String text) {
        if (!text.isEmpty() && !text.endsWith("\n")) throw new IllegalArgumentException("the last row has no end");
        List<String> lines = text.lines().toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.size(); i++) rows.add(read(i + 1, lines.get(i).split(",", -1)));
        return new Blotter(rows);
    }

    private static Row read(int number, String[] fields) {
        if (fields.length != 4) throw malformed(number, "has %d fields, not 4".formatted(fields.length));
        for (String field : fields)
            if (!FIELD.matcher(field).matches()) throw malformed(number, "has a field «%s»".formatted(field));
        if (!WHOLE.matcher(fields[2]).matches()) throw malformed(number, "has the quantity " + fields[2]);
        if (!fields[1].equals("BUY") && !fields[1].equals("SELL"))
            throw malformed(number, "has the action " + fields[1]);
        return new Row(
                new AccountId(fields[0]), Side.valueOf(fields[1]), Quantity.shares(fields[2]), new Symbol(fields[3]));
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static IllegalArgumentException malformed(int number, String what) {
        return new IllegalArgumentException("row %d of the trade file %s".formatted(number, what));
    }
}
