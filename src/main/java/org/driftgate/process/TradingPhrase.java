package org.driftgate.process;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftgate.shared.TradingCalendar;

/**
 * A recurring time in the words of the market: {@code trading days at 07:00}, {@code Mondays at 07:00} (the first trading
 * day on or after that day), {@code trading days every PT5M from 09:45 until close plus PT30M}.
 */
public sealed interface TradingPhrase {

    String text();

    LocalTime firstTime();

    /** The first occurrence strictly after that time, in that time's zone. */
    ZonedDateTime next(ZonedDateTime after, TradingCalendar calendar);

    static boolean isPhrase(String text) {
        return Daily.FORM.matcher(text).matches()
                || Weekly.FORM.matcher(text).matches()
                || Repeated.FORM.matcher(text).matches();
    }

    static TradingPhrase parse(String text) {
        Matcher daily = Daily.FORM.matcher(text);
        if (daily.matches()) return new Daily(text, LocalTime.parse(daily.group(1)));
        Matcher weekly = Weekly.FORM.matcher(text);
        if (weekly.matches())
            return new Weekly(
                    text,
                    DayOfWeek.valueOf(weekly.group(1).toUpperCase(Locale.ROOT)),
                    LocalTime.parse(weekly.group(2)));
        Matcher repeated = Repeated.FORM.matcher(text);
        if (repeated.matches())
            return new Repeated(
                    text,
                    Duration.parse(repeated.group(1)),
                    LocalTime.parse(repeated.group(2)),
                    Duration.parse(repeated.group(3)));
        throw new IllegalArgumentException(
                "not a trading phrase: '%s'; write for example 'trading days at 07:00' or 'Mondays at 07:00'"
                        .formatted(text));
    }

    record Daily(String text, LocalTime firstTime) implements TradingPhrase {

        private static final Pattern FORM = Pattern.compile("trading days at (\\d\\d:\\d\\d)");

        @Override
        public ZonedDateTime next(ZonedDateTime after, TradingCalendar calendar) {
            LocalDate today = after.toLocalDate();
            ZonedDateTime here = today.atTime(firstTime).atZone(after.getZone());
            if (calendar.isTradingDay(today) && here.isAfter(after)) return here;
            return calendar.nextTradingDay(today).atTime(firstTime).atZone(after.getZone());
        }
    }

    record Weekly(String text, DayOfWeek day, LocalTime firstTime) implements TradingPhrase {

        private static final Pattern FORM =
                Pattern.compile("(Monday|Tuesday|Wednesday|Thursday|Friday)s at (\\d\\d:\\d\\d)");

        @Override
        public ZonedDateTime next(ZonedDateTime after, TradingCalendar calendar) {
            LocalDate week = after.toLocalDate().with(TemporalAdjusters.previousOrSame(day));
            while (true) {
                LocalDate trading = calendar.isTradingDay(week) ? week : calendar.nextTradingDay(week);
                ZonedDateTime here = trading.atTime(firstTime).atZone(after.getZone());
                if (here.isAfter(after)) return here;
                week = week.plusWeeks(1);
            }
        }
    }

    record Repeated(String text, Duration step, LocalTime firstTime, Duration afterClose) implements TradingPhrase {

        private static final Pattern FORM =
                Pattern.compile("trading days every (PT\\w+) from (\\d\\d:\\d\\d) until close plus (PT\\w+)");

        public Repeated {
            if (step.compareTo(Duration.ofMinutes(1)) < 0)
                throw new IllegalArgumentException("steps of less than a minute: " + text);
        }

        @Override
        public ZonedDateTime next(ZonedDateTime after, TradingCalendar calendar) {
            LocalDate today = after.toLocalDate();
            if (!calendar.isTradingDay(today)) return opening(calendar.nextTradingDay(today), after);
            ZonedDateTime first = opening(today, after);
            if (first.isAfter(after)) return first;
            long steps = Duration.between(first, after).dividedBy(step) + 1;
            ZonedDateTime here = first.plus(step.multipliedBy(steps));
            ZonedDateTime last =
                    today.atTime(calendar.close(today)).atZone(after.getZone()).plus(afterClose);
            return here.isAfter(last) ? opening(calendar.nextTradingDay(today), after) : here;
        }

        private ZonedDateTime opening(LocalDate day, ZonedDateTime zone) {
            return day.atTime(firstTime).atZone(zone.getZone());
        }
    }
}
