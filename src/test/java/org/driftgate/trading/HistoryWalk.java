package org.driftgate.trading;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Walks one case: mostly the next proper step towards its orders, else whatever anybody might do at any time. */
final class HistoryWalk {

    private final HistoryCase about;
    private final List<BooleanSupplier> road;
    private final List<BooleanSupplier> anything;
    private final BooleanSupplier propose;
    private int stage;
    private int aside;

    HistoryWalk(HistoryCase about) {
        var writing = new HistoryWriting(about);
        var people = new HistoryDecisions(about);
        var trading = new HistoryTrading(about);
        this.about = about;
        propose = writing::original;
        road = List.of(
                propose,
                () -> people.check() && people.require(),
                people::sign,
                () -> people.approve() || (people.sign() && people.approve()),
                () -> (about.chance(30) || people.consent()) && (about.chance(75) || writing.selection()) && rest(),
                trading::plan,
                trading::look,
                () -> trading.claim("SELL"),
                trading::fill,
                () -> trading.claim("BUY"),
                trading::fill);
        anything = List.of(
                writing::original,
                writing::change,
                writing::reduction,
                writing::override,
                writing::override,
                writing::selection,
                people::check,
                people::require,
                people::sign,
                people::approve,
                people::decline,
                people::revoke,
                people::revoke,
                people::consent,
                people::moveAdviser,
                people::tamper,
                trading::look,
                trading::plan,
                () -> trading.claim("SELL"),
                () -> trading.claim("BUY"),
                trading::end,
                trading::end,
                () -> pass(Duration.ofMinutes(about.oneOf(1, 5, 20, 90, 600))));
    }

    void walk(int steps) {
        for (int step = 0; step < steps; step++) {
            if (about.chance(77)) goOn();
            else if (about.chance(20)) start();
            else if (about.oneOf(anything.toArray(BooleanSupplier[]::new)).getAsBoolean()) aside++;
        }
    }

    /** How often something besides the road happened. */
    int aside() {
        return aside;
    }

    private void goOn() {
        if (road.get(stage).getAsBoolean()) stage = Math.min(stage + 1, road.size() - 1);
        else if (about.chance(15)) start();
        else if (about.chance(30) && stage > 0 && stage < 4) stage--;
    }

    /** A new version of some kind puts the case back to the beginning of the road. */
    private void start() {
        BooleanSupplier kind = about.newest() == null ? propose : anything.get(about.random.nextInt(5));
        if (kind.getAsBoolean()) stage = 1;
    }

    private boolean rest() {
        return pass(Duration.ofMinutes(about.oneOf(5, 5, 6, 8, 3)));
    }

    private boolean pass(Duration time) {
        about.wait(time);
        return true;
    }
}
