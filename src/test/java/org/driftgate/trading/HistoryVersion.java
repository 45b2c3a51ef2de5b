package org.driftgate.trading;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a history with its bytes, written from docs/canonical-bytes.md and not from the application's code. */
record HistoryVersion(UUID id, String about, int number, String proposer, List<Line> lines, List<Limit> limits) {

    record Line(int line, String account, String side, String symbol, int quantity, int price, List<Lot> lots) {

        boolean isSale() {
            return side.equals("SELL");
        }

        /** A sale may bring half a percent less than its price, a buy cost half a percent more. */
        BigDecimal limit() {
            var factor = new BigDecimal(isSale() ? "0.995" : "1.005");
            return new BigDecimal(price).multiply(factor).setScale(6);
        }

        Line of(int smaller, List<Lot> fewer) {
            return new Line(line, account, side, symbol, smaller, price, fewer);
        }
    }

    record Lot(String id, int quantity, int cost) {}

    record Limit(String account, int minimumCash, @Nullable Integer maximumNetGain) {}

    String tradeHash() {
        var text = new StringBuilder(
                "driftgate-trades/2\ncase=%s\nversion=%d\ntype=LIMIT\nduration=DAY\n".formatted(about, number));
        text.append("cash=BUYS_SHRINK\n");
        for (Limit limit :
                limits.stream().sorted(Comparator.comparing(Limit::account)).toList())
            text.append("account=%s|minimum-cash=%d.00|maximum-net-gain=%s\n"
                    .formatted(
                            limit.account(),
                            limit.minimumCash(),
                            limit.maximumNetGain() == null ? "none" : limit.maximumNetGain() + ".00"));
        for (Line line : lines)
            text.append("line=%d|account=%s|side=%s|symbol=%s|quantity=%d.000000|limit=%s\n"
                    .formatted(line.line(), line.account(), line.side(), line.symbol(), line.quantity(), line.limit()));
        return sha256(text.toString());
    }

    String lotHash() {
        return lotHash(lines);
    }

    /** Of these sales with other lots. */
    String lotHash(List<Line> sales) {
        var text = new StringBuilder("driftgate-lots/1\ntrades=%s\n".formatted(tradeHash()));
        for (Line line : sales)
            for (Lot lot : line.lots())
                text.append("line=%d|lot=%s|quantity=%d.000000\n".formatted(line.line(), lot.id(), lot.quantity()));
        return sha256(text.toString());
    }

    static int gain(List<Line> lines, String account) {
        return lines.stream()
                .filter(line -> line.account().equals(account))
                .flatMap(line -> line.lots().stream().map(lot -> lot.quantity() * (line.price() - lot.cost())))
                .reduce(0, Integer::sum);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}
