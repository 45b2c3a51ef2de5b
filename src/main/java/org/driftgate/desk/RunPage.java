package org.driftgate.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.driftgate.market.MarketCalendar;
import org.driftgate.run.Bucket;
import org.driftgate.run.CaseState;
import org.driftgate.run.Run;
import org.driftgate.run.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a run, the newest one unless another is named. */
@Controller
class RunPage {

    private static final int CHOICE = 20;

    private final Runs runs;
    private final OpenRuns openRuns;
    private final RunBoard board;
    private final RunRecord record;
    private final MarketCalendar market;
    private final DeskSettings settings;
    private final Clock clock;
    private final boolean demo;

    RunPage(
            Runs runs,
            OpenRuns openRuns,
            RunBoard board,
            RunRecord record,
            MarketCalendar market,
            DeskSettings settings,
            Clock clock,
            Environment environment) {
        this.runs = runs;
        this.openRuns = openRuns;
        this.board = board;
        this.record = record;
        this.market = market;
        this.settings = settings;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/")
    String page(
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(required = false) @Nullable String adviser,
            @RequestParam(required = false) @Nullable Bucket bucket,
            @RequestParam(required = false) @Nullable CaseState state,
            Authentication who,
            Model model) {
        Run shown = run == null ? runs.newest().orElse(null) : openRuns.find(run);
        model.addAttribute("now", clock.instant());
        if (shown == null) return empty(model);
        var filter = new RunFilter(run, adviser, bucket, state);
        model.addAttribute("board", board.of(shown, filter, Viewer.of(who)));
        model.addAttribute("problems", record.problems(shown, Viewer.of(who)));
        model.addAttribute("filter", filter);
        model.addAttribute("runs", runs.recent(CHOICE));
        return "run";
    }

    private String empty(Model model) {
        model.addAttribute("nextRun", nextRun().toInstant());
        model.addAttribute("demo", demo);
        return "no-run";
    }

    private ZonedDateTime nextRun() {
        ZonedDateTime now = clock.instant().atZone(market.zone());
        LocalDate today = now.toLocalDate();
        boolean stillToday =
                market.calendar().isTradingDay(today) && now.toLocalTime().isBefore(settings.dailyRun());
        LocalDate day = stillToday ? today : market.calendar().nextTradingDay(today);
        return day.atTime(settings.dailyRun()).atZone(market.zone());
    }
}
