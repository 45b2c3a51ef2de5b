package org.driftgate.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TradeHashTest {

    private static final CaseId CASE = new CaseId("R20261120-1.H000042");
    private static final String TRADES = "ab".repeat(32);
    private static final Trade SALE = trade(1, "A1", Side.SELL, "SPY", "100", "372.45");
    private static final List<AccountLimit> LIMITS = List.of(limit("A1", "10", "20"));
    private static final Trade BUY = trade(3, "A1", Side.BUY, "IEF", "381", "97.155");

    @Test
    void writesTheDocumentedBytes() {
        List<Trade> trades =
                List.of(other(11, "É2", "IEF", "1", "97.155"), other(10, "a0", "BRK.B", "2", "500"), BUY, SALE);
        List<AccountLimit> limits =
                List.of(limit("É2", "12.30", "0"), limit("a0", "4000", null), limit("A1", "0", "-1250.5"));

        assertThat(TradeHash.text(CASE, 2, trades, limits)).isEqualTo(golden("trades-2.txt"));
        assertThat(TradeHash.of(CASE, 2, trades, limits))
                .isEqualTo("17407a1b079294a356c99fad88102ad56b7f302e99078faa58e05b46ff224e21");
    }

    @Test
    void stillWritesTheBytesOfFormatOne() {
        assertThat(TradeHash.text(CASE, 2, List.of(BUY, SALE))).isEqualTo(golden("trades-1.txt"));
        assertThat(Sha256.hex(TradeHash.text(CASE, 2, List.of(SALE, BUY))))
                .isEqualTo("02b5765b413a5e7c59d189c8c2ea97c697d12a3e1e7c62c8f0273f1093abb7c7");
    }

    @Test
    void writesTheLotsInTheirOrder() {
        assertThat(LotHash.text(TRADES, Map.of(1, List.of(lot("L2", "60.5"), lot("L1", "39.5")))))
                .isEqualTo(golden("lots-1.txt"));
    }

    @Test
    void changesWithEveryFieldOfTheEnvelope() {
        Set<String> hashes = Stream.of(
                        TradeHash.of(CASE, 1, List.of(SALE), LIMITS),
                        TradeHash.of(CASE, 2, List.of(SALE), LIMITS),
                        TradeHash.of(new CaseId("R20261120-1.H000043"), 1, List.of(SALE), LIMITS),
                        TradeHash.of(CASE, 1, List.of(SALE), List.of()),
                        TradeHash.of(CASE, 1, List.of(SALE), List.of(limit("A2", "10", "20"))),
                        TradeHash.of(CASE, 1, List.of(SALE), List.of(limit("A1", "10.01", "20"))),
                        TradeHash.of(CASE, 1, List.of(SALE), List.of(limit("A1", "10", "20.01"))),
                        TradeHash.of(CASE, 1, List.of(SALE), List.of(limit("A1", "10", null))),
                        hash(trade(2, "A1", Side.SELL, "SPY", "100", "372.45")),
                        hash(trade(1, "A2", Side.SELL, "SPY", "100", "372.45")),
                        hash(trade(1, "A1", Side.BUY, "SPY", "100", "372.45")),
                        hash(trade(1, "A1", Side.SELL, "SPYG", "100", "372.45")),
                        hash(trade(1, "A1", Side.SELL, "SPY", "101", "372.45")),
                        hash(trade(1, "A1", Side.SELL, "SPY", "100", "372.450001")),
                        TradeHash.of(CASE, 1, List.of(SALE, BUY), LIMITS))
                .collect(Collectors.toSet());

        assertThat(hashes).hasSize(15);
    }

    @Test
    void changesTheLotHashWithLotQuantityOrderAndTrades() {
        List<LotSale> lots = List.of(lot("L1", "60"), lot("L2", "40"));
        Set<String> hashes = Stream.of(
                        LotHash.of(TRADES, Map.of(1, lots)),
                        LotHash.of("cd".repeat(32), Map.of(1, lots)),
                        LotHash.of(TRADES, Map.of(2, lots)),
                        LotHash.of(TRADES, Map.of(1, List.of(lot("L2", "40"), lot("L1", "60")))),
                        LotHash.of(TRADES, Map.of(1, List.of(lot("L1", "61"), lot("L2", "39")))))
                .collect(Collectors.toSet());

        assertThat(hashes).hasSize(5);
    }

    @Test
    void ignoresLotsAndReasonsInTheTradeHash() {
        var relieved = new Trade(
                1,
                SALE.account(),
                Side.SELL,
                SALE.symbol(),
                SALE.quantity(),
                Price.of("1"),
                SALE.limit(),
                List.of(lot("L9", "100")),
                List.of(new Reason("OTHER", "Another reason.")));

        assertThat(hash(relieved)).isEqualTo(hash(SALE));
    }

    @Test
    void refusesValuesThatCouldImitateOtherFields() {
        assertThatThrownBy(() -> hash(trade(1, "A1|side=BUY", Side.SELL, "SPY", "1", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A1|side=BUY");
        assertThatThrownBy(() -> hash(trade(1, "A1", Side.SELL, "SPY\nline=2", "1", "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String hash(Trade trade) {
        return TradeHash.of(CASE, 1, List.of(trade), LIMITS);
    }

    private static Trade other(int line, String account, String symbol, String quantity, String limit) {
        return trade(line, account, Side.BUY, symbol, quantity, limit);
    }

    private static AccountLimit limit(String account, String cash, @Nullable String gain) {
        return new AccountLimit(new AccountId(account), Money.usd(cash), gain == null ? null : Money.usd(gain));
    }

    private static LotSale lot(String id, String quantity) {
        return new LotSale(new LotId(id), Quantity.shares(quantity));
    }

    private static Trade trade(int line, String account, Side side, String symbol, String quantity, String limit) {
        return new Trade(
                line,
                new AccountId(account),
                side,
                new Symbol(symbol),
                Quantity.shares(quantity),
                Price.of("100"),
                Price.of(limit),
                side == Side.SELL ? List.of(lot("L1", quantity)) : List.of(),
                List.of(new Reason("DRIFT", "US Equity is 6.20 points above its target.")));
    }

    private static String golden(String name) {
        try (InputStream file = Objects.requireNonNull(
                TradeHashTest.class.getResourceAsStream("/gate/" + name), "no golden file " + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("unreadable " + name, e);
        }
    }
}
