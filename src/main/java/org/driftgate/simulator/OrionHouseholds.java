package org.driftgate.simulator;

import java.util.List;
import java.util.Map;
import org.driftgate.adapter.book.CashNeedRow;
import org.driftgate.adapter.book.HouseholdRow;
import org.driftgate.adapter.book.RestrictionRow;
import org.driftgate.adapter.book.TaxUnitRow;

/**
 * Households as Orion's ClientDto. The import key is the book's id; what Orion has no public field for travels as
 * user-defined fields (assumed), lists as JSON text.
 */
final class OrionHouseholds {

    private final World world;

    OrionHouseholds(World world) {
        this.world = world;
    }

    Map<String, Object> simple(HouseholdState household) {
        return Fields.with("id", household.id())
                .and("name", household.row().name())
                .and("isActive", true)
                .and("importKey", household.row().household())
                .map();
    }

    Map<String, Object> full(HouseholdState household) {
        HouseholdRow row = household.row();
        return Fields.with("id", household.id())
                .and("name", row.name())
                .and("isActive", true)
                .and("importKey", row.household())
                .and("email", firstAddress(row.clientEmail()))
                .and("representativeNumber", row.advisor())
                .and("representativeName", row.advisor())
                .and("reportName", row.name())
                .and("userDefinedFields", userDefined(household))
                .map();
    }

    private List<Map<String, Object>> userDefined(HouseholdState household) {
        HouseholdRow row = household.row();
        return Fields.with("AdviserEmail", row.advisorEmail())
                .and("Recipients", row.clientEmail())
                .and("ApprovalMode", row.approvalMode())
                .and("LifeEvent", household.lifeEvent())
                .and("Unreconciled", household.unreconciled())
                .and(
                        "TaxUnits",
                        household.taxUnits().stream()
                                .map(OrionHouseholds::taxUnit)
                                .toList())
                .and(
                        "CashNeeds",
                        household.cashNeeds().stream().map(this::cashNeed).toList())
                .and(
                        "Restrictions",
                        household.restrictions().stream().map(this::restriction).toList())
                .asUserDefined();
    }

    private static Map<String, Object> taxUnit(TaxUnitRow unit) {
        return Fields.with("id", unit.taxUnit())
                .and("filingStatus", unit.filingStatus())
                .and("longTermRate", unit.longTermRate())
                .and("shortTermRate", unit.shortTermRate())
                .and("gainBudget", unit.gainBudget())
                .and("realizedShortYtd", unit.realizedShortYtd())
                .and("realizedLongYtd", unit.realizedLongYtd())
                .and("carryforwardShort", unit.carryforwardShort())
                .and("carryforwardLong", unit.carryforwardLong())
                .map();
    }

    private Map<String, Object> cashNeed(CashNeedRow need) {
        return Fields.with("account", world.custodyNumber(need.account()))
                .and("kind", need.kind())
                .and("amount", need.amount())
                .and("due", need.due())
                .map();
    }

    private Map<String, Object> restriction(RestrictionRow restriction) {
        String account = restriction.account();
        return Fields.with("account", account == null ? null : world.custodyNumber(account))
                .and("symbol", restriction.symbol())
                .and("kind", restriction.kind())
                .and("reason", restriction.reason())
                .map();
    }

    private static String firstAddress(String emails) {
        String first = emails.split(";", -1)[0].strip();
        return first.contains("<") ? first.substring(first.indexOf('<') + 1, first.indexOf('>')) : first;
    }
}
