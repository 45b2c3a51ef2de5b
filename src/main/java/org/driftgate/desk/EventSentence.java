package org.driftgate.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says an entry of the record in one sentence, filling the facts into the wording of its event. */
@Component
class EventSentence {

    private static final Pattern CLAUSE = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern MONEY = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,}(_[A-Z]+)*");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Set<String> CODED = Set.of(
            "state", "side", "decision", "kind", "channel", "action", "tier", "verdict", "before", "after", "bucket");

    private final FirmTime time;

    EventSentence(FirmTime time) {
        this.time = time;
    }

    /** Nothing where the event has no wording or an entry lacks a fact that the wording cannot do without. */
    Optional<String> of(AuditEntry entry) {
        String wording = EventWording.of(entry.event());
        if (wording == null) return Optional.empty();
        Matcher clauses = CLAUSE.matcher(wording);
        String fitting = clauses.replaceAll(
                clause -> Matcher.quoteReplacement(hasEvery(clause.group(1), entry.facts()) ? clause.group(1) : ""));
        if (!hasEvery(fitting, entry.facts())) return Optional.empty();
        String priced = MONEY.matcher(fitting)
                .replaceAll(
                        fact -> Matcher.quoteReplacement(dollars(entry.facts().get(fact.group(1)))));
        String said =
                FACT.matcher(priced).replaceAll(fact -> Matcher.quoteReplacement(text(fact.group(1), entry.facts())));
        return said.isBlank() ? Optional.empty() : Optional.of(sentence(said.strip()));
    }

    private static boolean hasEvery(String text, Map<String, ?> facts) {
        return FACT.matcher(text).results().allMatch(fact -> isSaid(facts.get(fact.group(1))));
    }

    private static boolean isSaid(@Nullable Object value) {
        if (value instanceof Collection<?> list) return !list.isEmpty();
        return value != null && !value.toString().isBlank();
    }

    /** As on every page; prices keep their decimals. */
    private static String dollars(@Nullable Object value) {
        String plain = String.valueOf(value);
        if (!AMOUNT.matcher(plain).matches()) return "$" + plain;
        var amount = new BigDecimal(plain);
        int places = Math.max(2, amount.stripTrailingZeros().scale());
        return (amount.signum() < 0 ? "−$" : "$") + ("%,." + places + "f").formatted(amount.abs());
    }

    private String text(String name, Map<String, ?> facts) {
        Object value = Objects.requireNonNull(facts.get(name));
        if (value instanceof Collection<?> list)
            return list.stream().map(String::valueOf).collect(Collectors.joining("; "));
        if (value instanceof Boolean flag) return flag ? "yes" : "no";
        String plain = value.toString();
        if (CODED.contains(name) && CODE.matcher(plain).matches())
            return plain.toLowerCase(Locale.ROOT).replace('_', ' ');
        return moment(plain).map(time::show).orElse(plain);
    }

    private static Optional<Instant> moment(String text) {
        if (!text.endsWith("Z")) return Optional.empty();
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String sentence(String said) {
        String upper = Character.toUpperCase(said.charAt(0)) + said.substring(1);
        return upper.matches("(?s).*[.!?:]$") ? upper : upper + ".";
    }
}
