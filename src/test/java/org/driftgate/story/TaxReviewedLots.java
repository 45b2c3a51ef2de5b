package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.story.FirmRecord.id;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lots that the tax reviewer chose, beside those that the custodian was told to sell. */
final class TaxReviewedLots {

    private final FirmRecord record;
    private final Staff staff;
    private final Map<String, JsonNode> orders;

    TaxReviewedLots(Api api, Staff staff) {
        var outside = new Outside(api);
        this.staff = staff;
        record = new FirmRecord(api, staff, outside);
        orders = outside.orders().stream()
                .collect(Collectors.toMap(
                        order -> order.get("clientOrderIdentifier").asText(), Function.identity()));
    }

    /** Somebody by name chose lots in some cases, and each sale of them went out with exactly those. */
    void reachTheCustodian(String run) {
        int sales = 0;
        for (JsonNode about : staff.cases(run)) {
            List<JsonNode> timeline = record.timeline(about);
            Optional<JsonNode> review = last(timeline, "LOTS_CHOSEN");
            if (review.isEmpty()) continue;
            assertThat(review.get().get("actor").asText()).as(id(about)).isEqualTo("tax");
            for (JsonNode entry : timeline) if (isSale(entry, review.get())) sales += compared(entry, review.get());
        }
        assertThat(sales).as("sales of lots that the tax reviewer chose").isPositive();
    }

    private static Optional<JsonNode> last(List<JsonNode> timeline, String event) {
        return timeline.stream()
                .filter(entry -> entry.get("event").asText().equals(event))
                .reduce((earlier, later) -> later);
    }

    /** A whole sale of the version that was looked at: what remains of one after a partial fill names fewer lots. */
    private static boolean isSale(JsonNode entry, JsonNode review) {
        JsonNode facts = entry.get("facts");
        return entry.get("event").asText().equals("ORDER_CLAIMED")
                && facts.get("side").asText().equals("SELL")
                && facts.get("version").equals(review.get("facts").get("version"))
                && facts.get("quantity").equals(facts.get("approvedQuantity"));
    }

    private int compared(JsonNode claim, JsonNode review) {
        JsonNode facts = claim.get("facts");
        JsonNode order = orders.get(facts.get("clientOrderId").asText());
        if (order == null) return 0;
        var sent = new TreeMap<String, BigDecimal>();
        for (JsonNode lot : order.get("lots"))
            sent.put(lot.get("lot").asText(), lot.get("quantity").decimalValue().stripTrailingZeros());
        var chosen = new TreeMap<String, BigDecimal>();
        for (JsonNode lot :
                review.get("facts").get("lots").get("line " + facts.get("line").asInt())) {
            String[] parts = lot.asText().split(" of ", 2);
            chosen.put(parts[1], new BigDecimal(parts[0]).stripTrailingZeros());
        }
        assertThat(sent).as(order.toString()).isNotEmpty().isEqualTo(chosen);
        return 1;
    }
}
