package org.driftgate.adapter.orion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Eclipse's rebalancer on the wire. {@code selectedLots} and {@code tradeReason} of a trade are assumed. */
final class ProposalWire {

    private ProposalWire() {}

    record Generated(
            @Nullable List<PortfolioStatus> portfolios,
            @Nullable Long instanceId) {}

    record PortfolioStatus(long id, @Nullable RebalanceResponse response) {}

    record RebalanceResponse(boolean success, @Nullable String message) {}

    record TradeAccount(@Nullable String number) {}

    record TradeSecurity(@Nullable String symbol) {}

    record SelectedLot(@Nullable String taxLotId, @Nullable BigDecimal units) {}

    record TradeRow(
            long id,
            @Nullable TradeAccount account,
            @Nullable String action,
            @Nullable BigDecimal orderQty,
            @Nullable BigDecimal price,
            @Nullable TradeSecurity security,
            @Nullable List<String> shortCodeMessages,
            @Nullable String tradeReason,
            @Nullable List<SelectedLot> selectedLots) {}

    /** A real instance, not a preview: only instances have trades to read. Nothing is sent to a custodian by it. */
    static Map<String, Object> request(long portfolio) {
        return Map.of(
                "portfolioIds",
                List.of(portfolio),
                "minimumTradeAmount",
                Map.of("type", "$", "amount", 250),
                "allowWashSale",
                false,
                "allowShortTermGain",
                true,
                "isViewOnly",
                false,
                "isExcelImport",
                false,
                "reason",
                "Driftgate");
    }
}
