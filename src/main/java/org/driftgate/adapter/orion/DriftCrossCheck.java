package org.driftgate.adapter.orion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Symbol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the largest class drift that Eclipse shows with the one that the collected positions give, and warns when they
 * are more than a point apart. Ours decides; Eclipse's analytics may be older than its positions.
 */
@Component
class DriftCrossCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DriftCrossCheck.class);
    private static final String PORTFOLIOS = "/api/v2/Portfolio/Portfolios";
    private static final AssetClass CASH = new AssetClass("Cash Equivalent");
    private static final BigDecimal TOLERANCE = BigDecimal.ONE;
    private static final int NEED_DAYS = 60;

    private final OrionSession session;
    private final OrionPortfolios portfolios;
    private final Clock clock;

    DriftCrossCheck(OrionSession session, OrionPortfolios portfolios, Clock clock) {
        this.session = session;
        this.portfolios = portfolios;
        this.clock = clock;
    }

    /** A sentence for each household whose figures disagree; each is also logged. */
    List<String> compare(Book book) {
        var rows = OrionJson.list(session.eclipse(PORTFOLIOS, PORTFOLIOS), Wire.PortfolioSummary.class, PORTFOLIOS);
        Map<Long, BigDecimal> theirs = rows.stream()
                .collect(Collectors.toMap(
                        Wire.PortfolioSummary::id, row -> Gap.orZero(row.classDeviationPercent()), (a, b) -> a));
        List<String> sentences = new ArrayList<>();
        for (Household household : book.households())
            portfolios
                    .portfolioOf(household.id())
                    .flatMap(id -> Optional.ofNullable(theirs.get(id)))
                    .flatMap(their -> disagreement(household, book, their))
                    .ifPresent(sentences::add);
        sentences.forEach(LOG::warn);
        return sentences;
    }

    private Optional<String> disagreement(Household household, Book book, BigDecimal their) {
        Model model = household.model() == null ? null : book.models().get(household.model());
        if (model == null) return Optional.empty();
        BigDecimal ours = largestDrift(household, model, book.securities());
        if (ours.abs().subtract(their.abs()).abs().compareTo(TOLERANCE) <= 0) return Optional.empty();
        return Optional.of("household %s: Orion's largest class drift is %s points, ours %s"
                .formatted(household.id(), their.toPlainString(), ours.toPlainString()));
    }

    /** In points with two digits. */
    private BigDecimal largestDrift(Household household, Model model, Map<Symbol, Security> securities) {
        Map<AssetClass, BigDecimal> values = new HashMap<>();
        for (var account : household.accounts()) {
            values.merge(CASH, account.cash().amount(), BigDecimal::add);
            for (var position : account.positions()) {
                Security security = Gap.required(securities.get(position.symbol()), "price of " + position.symbol());
                values.merge(
                        security.assetClass(),
                        position.quantity().at(security.price()).amount(),
                        BigDecimal::add);
            }
        }
        values.merge(CASH, needs(household).negate(), BigDecimal::add);
        BigDecimal total = values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0) return BigDecimal.ZERO;
        model.targets().forEach((symbol, weight) -> {
            Security security = Gap.required(securities.get(symbol), "price of " + symbol);
            values.merge(security.assetClass(), weight.value().multiply(total).negate(), BigDecimal::add);
        });
        return values.values().stream()
                .max(Comparator.comparing(BigDecimal::abs))
                .orElse(BigDecimal.ZERO)
                .movePointRight(2)
                .divide(total, 2, RoundingMode.HALF_EVEN);
    }

    private BigDecimal needs(Household household) {
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(NEED_DAYS);
        return household.cashNeeds().stream()
                .filter(need -> need.kind() != CashNeed.Kind.CONTRIBUTION)
                .filter(need -> !need.due().isAfter(last))
                .map(need -> need.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
