package org.driftgate.trading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts why the database refused something; what it says must be one of these sentences. */
final class HistoryRefusals {

    static final List<String> OF_VERSIONS = List.of(
            "takes no further line",
            "is not part of the version that it reduces",
            "does not fit into line",
            "lacks lines",
            "^the lots of version .* do not add up",
            "is not that of its lines",
            "the lot hash of version",
            "has no envelope for one of its accounts",
            "does not trade account",
            "realise more gain in account .* than it says",
            "is hashed in format 2",
            "keeps the proposer",
            "short of cash",
            "raises the gain of tax unit",
            "proposal_version_case_id_number_key",
            "proposal_version_check");

    static final List<String> OF_DECISIONS = List.of(
            "proposed this version and cannot sign it",
            "is not the newest",
            "a verdict stands",
            "waits for the sign-off of tier",
            "is not the adviser of this household",
            "sign_off_version_id_person_key",
            "sign_off_version_id_trade_hash_fkey",
            "nobody recorded who must sign",
            "has no sign-off of",
            "lacks the sign-off of tier",
            "forbids version",
            "verdict_version_id_key",
            "verdict_version_id_trade_hash_fkey",
            "verdict_undo",
            "its tiers stand",
            "is required twice",
            "review_requirement_pkey",
            "an override makes a version of its own",
            "cannot override its findings",
            "does not forbid version",
            "an override changes no trade",
            "finding_override_rule_check",
            "only an approval can be taken back",
            "no newer version than",
            "can no longer be taken back",
            "revocation_pkey",
            "was taken back",
            "consent_pkey",
            "the chosen lots of version",
            "the lot hash of selection",
            "realise more gain in account .* than was approved",
            "its lots stand");

    static final List<String> OF_ORDERS = List.of(
            "is not line",
            "order_intent_version_id_line_key",
            "order_intent_verdict_id_version_id_trade_hash_decision_fkey",
            "of version .* does not stand",
            "does not have the custodian and discretion",
            "does not have the lots in force",
            "does not name who recommended",
            "is not approved for order",
            "the lots of order .* do not add up",
            "is approved for .*, not [0-9.]+$",
            "is approved for .*, not 2026",
            "of order .* does not stand",
            "has expired",
            "may still be taken back",
            "lacks the consent",
            "is not surely over",
            "below its approved minimum cash",
            "was not found ready",
            "more than 15 minutes ago",
            "was found stale later",
            "attempt_quantity_check",
            "permission denied",
            "must be owner");

    static final List<String> OF_THE_FIRM = List.of(
            "sending is stopped",
            "is over",
            "sending_restart_person",
            "sending_restart_pkey",
            "overrode a finding of this version");

    /** Right to refuse, but so seldom the first to refuse that no run is held to it. */
    static final List<String> SELDOM = List.of("attempt_pkey");

    private static final List<Pattern> ALL = Stream.of(OF_THE_FIRM, OF_VERSIONS, OF_DECISIONS, OF_ORDERS, SELDOM)
            .flatMap(List::stream)
            .map(Pattern::compile)
            .toList();

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String message) {
        String first = message.lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
        String reason = ALL.stream()
                .filter(pattern -> pattern.matcher(first).find())
                .findFirst()
                .map(Pattern::pattern)
                .orElse(first);
        counts.computeIfAbsent(reason, none -> new LongAdder()).increment();
    }

    long of(String reason) {
        return counts.getOrDefault(reason, new LongAdder()).sum();
    }

    /** What was refused for another reason than a rule of the gate: a mistake of the histories themselves. */
    Set<String> unexplained() {
        var unexplained = new TreeSet<>(counts.keySet());
        unexplained.removeAll(all().keySet());
        return unexplained;
    }

    Map<String, Long> all() {
        var all = new LinkedHashMap<String, Long>();
        ALL.forEach(reason -> all.put(reason.pattern(), of(reason.pattern())));
        return all;
    }

    /** What a run has to have met, or it proves less than it says. */
    Map<String, Long> demanded() {
        var demanded = all();
        SELDOM.forEach(demanded::remove);
        return demanded;
    }
}
