package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.driftgate.trading.CustodyOrder;

/** What Schwab would be sent, for tests of other rooms. */
public final class SchwabDocument {

    private SchwabDocument() {}

    public static JsonNode of(List<CustodyOrder> orders) throws JsonProcessingException {
        var json = new ObjectMapper();
        return json.readTree(new OrderDocument(json, 8_100_001).write(orders, false));
    }
}
