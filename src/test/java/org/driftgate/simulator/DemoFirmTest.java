package org.driftgate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.adapter.book.BookFolder;
import org.driftgate.adapter.book.BookWriter;
import org.driftgate.adapter.book.HouseholdRow;
import org.driftgate.shared.TradingCalendar;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoFirmTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final BigDecimal BAND = new BigDecimal("5");

    @TempDir
    Path folder;

    private final DemoFirm firm = DemoFirm.asOf(DAY);

    @Test
    void hasSixtyHouseholdsOfThreeAdvisers() {
        assertThat(firm.book().households()).hasSize(60);
        assertThat(firm.book().households().stream().map(HouseholdRow::advisor).distinct())
                .containsExactlyInAnyOrder("advisor01", "advisor02", "advisor03");
        assertThat(firm.book().households().stream().map(HouseholdRow::name).distinct())
                .hasSize(60);
    }

    @Test
    void tellsEveryStory() {
        assertThat(EnumSet.copyOf(firm.stories().values())).isEqualTo(EnumSet.allOf(DemoStory.class));
    }

    @Test
    void isTheSameOnTheSameDayAndABookWithoutFindings() {
        new BookWriter(folder).write(firm.book());
        var read = new BookFolder(folder).read();
        assertThat(read)
                .isEqualTo(new BookFolder.Answer.Accepted(DemoFirm.asOf(DAY).book()));
    }

    @Test
    void keepsAThirdInsideItsBandAndTheOthersOutside() {
        World world = world();
        for (HouseholdState household : world.households()) {
            DemoStory story = firm.stories().get(household.row().household());
            if (story == DemoStory.NO_MODEL) continue;
            Portfolio portfolio = new Portfolio(world, household);
            boolean outside = portfolio.assetClasses().stream()
                    .anyMatch(name -> new BigDecimal(portfolio.percent(portfolio.excess(name)))
                                    .abs()
                                    .compareTo(BAND)
                            > 0);
            assertThat(outside)
                    .as("%s %s", household.row().household(), story)
                    .isEqualTo(story != DemoStory.INSIDE_BAND);
        }
        assertThat(firm.stories().values().stream().filter(DemoStory.INSIDE_BAND::equals))
                .hasSize(20);
    }

    @Test
    void refusesToProposeOnlyWhereTheStorySaysSo() {
        World world = world();
        Set<DemoStory> refused = world.households().stream()
                .filter(h ->
                        RebalanceRule.apply(new Portfolio(world, h)).trades().isEmpty())
                .map(h -> firm.stories().get(h.row().household()))
                .filter(story -> story != DemoStory.INSIDE_BAND)
                .collect(Collectors.toSet());
        assertThat(refused)
                .isEqualTo(EnumSet.of(DemoStory.NO_MODEL, DemoStory.TRANSFERRING_ACCOUNTS, DemoStory.OTHER_CUSTODIAN));
    }

    /** The custodian's scripted answers only show when the account trades. */
    @ParameterizedTest
    @EnumSource(names = {"REJECTED_TRADE", "PARTIAL_FILL"})
    void tradesWhereAnOrderIsScripted(DemoStory story) {
        World world = world();
        HouseholdState household = told(world, story);
        List<ProposedTrade> trades =
                RebalanceRule.apply(new Portfolio(world, household)).trades();
        String account = world.custodyNumber(household.row().household() + "-A1");
        assertThat(trades).isNotEmpty().allMatch(t -> t.account().number().equals(account));
        var behaviour = story == DemoStory.REJECTED_TRADE
                ? WorldEvent.OrderBehaviour.REJECT
                : WorldEvent.OrderBehaviour.PARTIAL_FILL;
        assertThat(world.takeScript(account, "VTI", behaviour)).isPresent();
        assertThat(world.takeScript(account, "VTI", behaviour)).isEmpty();
    }

    @Test
    void exceedsTheSmallBudgetAndSellsShortTermGainsWhereTold() {
        World world = world();
        assertThat(gains(world, DemoStory.OVER_GAIN_BUDGET)).isGreaterThan(new BigDecimal("3000"));
        assertThat(RebalanceRule.apply(new Portfolio(world, told(world, DemoStory.TAX_REVIEW)))
                        .trades())
                .anyMatch(trade -> trade.shortGain().signum() > 0);
    }

    @Test
    void leavesRecentPurchasesAtALossAlone() {
        World world = world();
        HouseholdState household = told(world, DemoStory.WASH_SALE);
        assertThat(RebalanceRule.apply(new Portfolio(world, household)).trades())
                .noneMatch(trade -> trade.side() == org.driftgate.shared.Side.SELL
                        && trade.shortGain().add(trade.longGain()).signum() < 0);
    }

    private BigDecimal gains(World world, DemoStory story) {
        return RebalanceRule.apply(new Portfolio(world, told(world, story))).trades().stream()
                .map(trade -> trade.shortGain().add(trade.longGain()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private HouseholdState told(World world, DemoStory story) {
        return world.households().stream()
                .filter(h -> firm.stories().get(h.row().household()) == story)
                .findFirst()
                .orElseThrow();
    }

    private World world() {
        return world(firm, folder);
    }

    static World world(DemoFirm firm, Path folder) {
        TradingCalendar weekdays =
                new TradingCalendar(Set.of(), Set.of(), Set.of(), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31));
        WorldTime time = new WorldTime(new TestClock(), ZoneId.of("America/New_York"), () -> weekdays);
        World world = new World(firm.book(), new Journal<>(folder.resolve("world.jsonl"), WorldEvent.class), time);
        world.happenAll(firm.events(world::custodyNumber));
        return world;
    }
}
