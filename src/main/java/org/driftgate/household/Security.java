package org.driftgate.household;

import java.time.Instant;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Price;
import org.driftgate.shared.Symbol;

/** A security with its class and the price that a source reported, as of an instant. */
public record Security(Symbol symbol, String name, AssetClass assetClass, Kind kind, Price price, Instant pricedAt) {

    public enum Kind {
        STOCK,
        ETF,
        MUTUAL_FUND
    }
}
