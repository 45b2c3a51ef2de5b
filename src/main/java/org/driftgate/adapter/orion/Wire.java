package org.driftgate.adapter.orion;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that we read of Orion's and Eclipse's objects, named as on the wire; any of them may be absent. */
final class Wire {

    private Wire() {}

    record UserDefined(@Nullable String name, @Nullable String value) {}

    record Client(
            long id,
            @Nullable String name,
            @Nullable String importKey,
            @Nullable String representativeNumber,
            @Nullable List<UserDefined> userDefinedFields) {}

    record Registration(
            long id,
            long clientId,
            @Nullable String typeCode,
            @Nullable String dob,
            @Nullable List<UserDefined> userDefinedFields) {}

    record AccountSimple(
            long id, @Nullable String number, @Nullable BigDecimal value, long clientId) {}

    record Account(
            long id,
            @Nullable String number,
            @Nullable String custodian,
            @Nullable String modelName,
            boolean isManaged,
            boolean isDiscretionary,
            long registrationId,
            long clientId,
            @Nullable String accountStatusDescription,
            @Nullable List<UserDefined> userDefinedFields) {}

    record Asset(
            long id,
            long accountId,
            @Nullable String ticker,
            @Nullable BigDecimal currentShares,
            @Nullable BigDecimal currentValue,
            boolean isCustodialCash) {}

    record Transaction(
            @Nullable String ticker,
            @Nullable String accountNumber,
            long clientId,
            @Nullable String transDate,
            @Nullable String transactionDescription,
            @Nullable BigDecimal navPrice,
            @Nullable BigDecimal noUnits) {}

    record Order(
            @Nullable String accountNumber,
            long clientId,
            @Nullable String ticker,
            @Nullable String side,
            @Nullable BigDecimal orderQty,
            @Nullable String createdDate) {}

    record Equivalence(@Nullable String symbol, boolean isSubstantiallyIdentical) {}

    record SecurityRow(
            @Nullable String symbol,
            @Nullable String name,
            @Nullable String securityType,
            @Nullable String assetClass,
            @Nullable BigDecimal price,
            @Nullable String priceDate,
            @Nullable List<Equivalence> equivalences) {}

    record ModelRow(long id, @Nullable String name) {}

    record SecurityAsset(@Nullable String symbol) {}

    record ModelNode(
            @Nullable SecurityAsset securityAsset,
            @Nullable BigDecimal targetPercent,
            @Nullable List<ModelNode> children) {}

    record ModelTree(
            long id, @Nullable String name, @Nullable ModelNode modelDetail) {}

    record TaxLot(
            @Nullable String taxLotId,
            @Nullable String accountNumber,
            @Nullable String symbol,
            @Nullable String dateAcquired,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal costPerShare) {}

    record PortfolioSummary(long id, @Nullable BigDecimal classDeviationPercent) {}

    /** A list inside a user-defined field (assumed). */
    record TaxUnitField(
            @Nullable String id,
            @Nullable String filingStatus,
            @Nullable BigDecimal longTermRate,
            @Nullable BigDecimal shortTermRate,
            @Nullable BigDecimal gainBudget,
            @Nullable BigDecimal realizedShortYtd,
            @Nullable BigDecimal realizedLongYtd,
            @Nullable BigDecimal carryforwardShort,
            @Nullable BigDecimal carryforwardLong) {}

    record CashNeedField(
            @Nullable String account,
            @Nullable String kind,
            @Nullable BigDecimal amount,
            @Nullable String due) {}

    record RestrictionField(
            @Nullable String account,
            @Nullable String symbol,
            @Nullable String kind,
            @Nullable String reason) {}
}
