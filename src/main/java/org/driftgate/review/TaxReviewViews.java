package org.driftgate.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.proposal.LotHash;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.rebalancing.LotGain;
import org.driftgate.rebalancing.LotPart;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.RealizedGains;
import org.driftgate.rebalancing.WashSales;
import org.driftgate.review.TaxReviews.TaxReviewView;
import org.driftgate.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every lot of the positions that are sold: the chosen ones first and in order, then the others, oldest first. */
@Component
class TaxReviewViews {

    private final Assess assess;

    TaxReviewViews(Assess assess) {
        this.assess = assess;
    }

    TaxReviewView of(ProposalVersion version, Map<Integer, List<LotSale>> lots, Assessment assessment) {
        LocalDate day = assess.saleDay(version);
        return new TaxReviewView(
                version.about().value(),
                assessment.household().name(),
                version.number(),
                version.tradeHash(),
                LotHash.of(version.tradeHash(), lots),
                assessment.estimatedTax().amount(),
                TaxView.units(assessment),
                version.trades().stream()
                        .filter(trade -> trade.side() == Side.SELL)
                        .map(sale -> sale(sale, assessment, day))
                        .toList());
    }

    private static TaxReviewView.Sale sale(Trade sale, Assessment assessment, LocalDate day) {
        Account account = assessment.household().accounts().stream()
                .filter(held -> held.id().equals(sale.account()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no account " + sale.account()));
        List<LotGain> chosen = assessment.gains().stream()
                .filter(gain -> gain.line() == sale.line())
                .toList();
        Stream<ReviewView.LotLine> sold =
                chosen.stream().map(gain -> LotView.sold(gain, sale.estimatedPrice(), assessment, day));
        Stream<ReviewView.LotLine> others = others(account, sale, chosen)
                .map(lot -> LotView.available(lot, sale.estimatedPrice(), washSale(lot, sale, assessment, day), day));
        return new TaxReviewView.Sale(
                sale.line(),
                account.id().value(),
                account.registration().name(),
                sale.symbol().value(),
                LineView.decimal(sale.quantity()),
                new BigDecimal(sale.estimatedPrice().toString()),
                Stream.concat(sold, others).toList());
    }

    private static Stream<Lot> others(Account account, Trade sale, List<LotGain> chosen) {
        return account.positions().stream()
                .filter(position -> position.symbol().equals(sale.symbol()))
                .map(Position::lots)
                .flatMap(List::stream)
                .filter(lot -> chosen.stream().noneMatch(gain -> gain.lot().id().equals(lot.id())))
                .sorted((one, other) -> one.acquired().compareTo(other.acquired()));
    }

    /** The hint that the lot would get if it were sold too. */
    private static @Nullable String washSale(Lot lot, Trade sale, Assessment assessment, LocalDate day) {
        var alone = new PlannedTrade(
                sale.line(),
                sale.account(),
                Side.SELL,
                sale.symbol(),
                lot.quantity(),
                sale.estimatedPrice(),
                sale.limit(),
                List.of(new LotPart(lot.id(), lot.quantity())));
        List<LotGain> gains = RealizedGains.of(assessment.household(), List.of(alone), day);
        Optional<String> hint =
                WashSales.of(assessment.household(), assessment.market(), buysAnd(alone, assessment), gains, day)
                        .stream()
                        .findFirst()
                        .map(LotView::hint);
        return hint.orElse(null);
    }

    private static List<PlannedTrade> buysAnd(PlannedTrade sale, Assessment assessment) {
        return Stream.concat(Stream.of(sale), assessment.trades().stream().filter(trade -> !trade.isSale()))
                .toList();
    }
}
