package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.driftgate.rebalancing.household.BookRequests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A book of real prices under the standard policy, harvesting inside the bands too: every household against its own
 * bound, a sample against a linear program written row by row, those of several tax units against one for every choice of
 * regions. {@code -Dbook.households} and {@code -Dbook.sample} make it larger.
 */
class BookRefereeTest {

    private static final Path MAKE_BOOK = Path.of("../shared/tools/make-book");
    private static final int HOUSEHOLDS = Integer.getInteger("book.households", 300);
    private static final int SAMPLE = Integer.getInteger("book.sample", 200);
    private static final double RELATIVE = 1e-6;
    /** Slopes are rounded to 2⁻³⁸: what that makes of millions shows beside an objective of a few dollars. */
    private static final double LEAST_SCALE = 100;
    /** A search for the price of a limit ends a cent before the best. */
    private static final double CENT = 0.01;

    private static final List<Solved> SOLVED = new ArrayList<>();

    /** What one household came to, in dollars; {@code scale} is the larger of objective and benefit, cash apart. */
    private record Solved(
            String household,
            double gap,
            double nettedGap,
            int units,
            boolean keepsLimits,
            double scale,
            double objective,
            double referee,
            double limited,
            double limitedReferee,
            double netted,
            double nettedReferee) {

        double certified() {
            return Math.abs(gap) / scale;
        }

        double nettedRelative() {
            return Math.abs(nettedGap) / scale;
        }

        boolean isNetted() {
            return !Double.isNaN(nettedReferee);
        }

        double difference() {
            return Double.isNaN(referee) ? 0 : Math.abs(objective - referee) / scale;
        }

        boolean isLimited() {
            return !Double.isNaN(limitedReferee);
        }
    }

    @BeforeAll
    static void solve() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(MAKE_BOOK), "../shared/tools/make-book is not here");
        BookRequests book = BookRequests.of(made());
        int every = Math.max(1, book.households() * 9 / 10 / Math.max(1, SAMPLE));
        List<RebalancingRequest> traded = IntStream.range(0, book.households())
                .parallel()
                .mapToObj(book::request)
                .flatMap(request -> request.stream())
                .filter(BookRefereeTest::trades)
                .toList();
        IntStream.range(0, traded.size())
                .parallel()
                .mapToObj(index -> solved(traded.get(index), index % every == 0))
                .sorted(Comparator.comparing(Solved::household))
                .forEachOrdered(SOLVED::add);
    }

    private static Path made() throws IOException, InterruptedException {
        Path folder = Path.of("target/book-" + HOUSEHOLDS);
        List<String> command = List.of(
                MAKE_BOOK.toString(),
                "--households",
                String.valueOf(HOUSEHOLDS),
                "--seed",
                "7",
                "--out",
                folder.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/make-book.log"))
                .start();
        assertThat(process.waitFor()).isZero();
        return folder;
    }

    private static boolean trades(RebalancingRequest request) {
        return request.accounts().stream().anyMatch(TradedAccount::tradable);
    }

    private static Solved solved(RebalancingRequest request, boolean sampled) {
        var free = TaxRounds.of(new HouseholdProblem(request));
        Limited limited = LinearLimit.apply(free);
        Solution solution = limited.priced();
        double objective = solution.value.objective() / 100;
        PlanValue untouched = solution.value(Plan.nothing(solution.problem));
        double nothing = (untouched.objective() - untouched.shortages) / 100;
        boolean isLimited = sampled && solution != free.solution();
        boolean isNetted = request.taxUnits().size() > 1 && limited.isWithin();
        return new Solved(
                request.household(),
                solution.gap() / 100,
                (limited.objective() - limited.bound()) / 100,
                request.taxUnits().size(),
                limited.isWithin(),
                Math.max(LEAST_SCALE, Math.max(Math.abs(objective), Math.abs(nothing - objective))),
                objective,
                sampled ? HouseholdReferee.optimum(request, RefereeTerms.priced(solution)) : Double.NaN,
                isLimited ? withExcess(limited) / 100 : Double.NaN,
                isLimited ? HouseholdReferee.optimum(request, RefereeTerms.limited(solution)) : Double.NaN,
                limited.objective() / 100,
                isNetted ? RegionReferee.optimum(request, solution) : Double.NaN);
    }

    /** The plan at the prices of gains, with what it exceeds its limits by at the price that a limit has at most. */
    private static double withExcess(Limited limited) {
        Solution solution = limited.priced();
        PlanValue value = solution.value(limited.plan());
        double cost = value.objective() - value.budget;
        for (PlanLimit limit : PlanLimit.of(solution.problem))
            cost += limit.dearest() * Math.max(0, limit.amount(solution, limited.plan()) - limit.most());
        return cost;
    }

    @Test
    void holdsEveryHouseholdToItsBound() {
        Solved worst = Objects.requireNonNull(SOLVED.stream()
                .max(Comparator.comparingDouble(Solved::certified))
                .orElse(null));
        report("%d households, largest gap $%.6f, relative %.2g (%s)"
                .formatted(
                        SOLVED.size(),
                        SOLVED.stream()
                                .mapToDouble(one -> Math.abs(one.gap))
                                .max()
                                .orElse(0),
                        worst.certified(),
                        worst.household));
        assertThat(SOLVED)
                .hasSizeGreaterThan(HOUSEHOLDS * 9 / 10)
                .filteredOn(one -> one.certified() > RELATIVE)
                .isEmpty();
    }

    @Test
    void holdsNettedTaxAndLimitsToTheirBound() {
        List<Solved> kept = SOLVED.stream().filter(Solved::keepsLimits).toList();
        report("%d households keep their limits, %d of several tax units; largest gap of those $%.4f"
                .formatted(
                        kept.size(),
                        kept.stream().filter(one -> one.units > 1).count(),
                        kept.stream()
                                .filter(one -> one.units > 1)
                                .mapToDouble(one -> Math.abs(one.nettedGap))
                                .max()
                                .orElse(0)));
        assertThat(kept)
                .hasSizeGreaterThan(HOUSEHOLDS * 8 / 10)
                .filteredOn(one -> one.nettedRelative() > RELATIVE)
                .isEmpty();
    }

    @Test
    void agreesWithTheBestProgramOfAllTaxRegionsOfSeveralUnits() {
        List<Solved> sample = SOLVED.stream().filter(Solved::isNetted).toList();
        report("%d households of several tax units against every choice of regions, largest difference $%.6f"
                .formatted(
                        sample.size(),
                        sample.stream()
                                .mapToDouble(one -> Math.abs(one.netted - one.nettedReferee))
                                .max()
                                .orElse(0)));
        assertThat(sample)
                .isNotEmpty()
                .filteredOn(one -> Math.abs(one.netted - one.nettedReferee) > 2 * CENT + RELATIVE * one.scale)
                .isEmpty();
    }

    @Test
    void agreesWithALinearProgramOfTheHousehold() {
        List<Solved> sample =
                SOLVED.stream().filter(one -> !Double.isNaN(one.referee)).toList();
        report("%d households against the linear program, largest difference $%.6f, relative %.2g"
                .formatted(
                        sample.size(),
                        sample.stream()
                                .mapToDouble(one -> Math.abs(one.objective - one.referee))
                                .max()
                                .orElse(0),
                        sample.stream().mapToDouble(Solved::difference).max().orElse(0)));
        assertThat(sample)
                .hasSizeGreaterThanOrEqualTo(Math.min(SAMPLE, HOUSEHOLDS * 9 / 10))
                .filteredOn(one -> one.difference() > RELATIVE)
                .isEmpty();
    }

    @Test
    void agreesWithALinearProgramThatHasTheBudgetsAsRows() {
        List<Solved> sample = SOLVED.stream().filter(Solved::isLimited).toList();
        report("%d households with binding budgets, largest difference $%.6f"
                .formatted(
                        sample.size(),
                        sample.stream()
                                .mapToDouble(one -> Math.abs(one.limited - one.limitedReferee))
                                .max()
                                .orElse(0)));
        assertThat(sample)
                .isNotEmpty()
                .filteredOn(one -> Math.abs(one.limited - one.limitedReferee) > 2 * CENT + RELATIVE * one.scale)
                .isEmpty();
    }

    @SuppressWarnings("SystemOut")
    private static void report(String line) {
        System.out.println("book of " + HOUSEHOLDS + ": " + line);
    }
}
