package org.driftgate.rebalancing.household;

/** What is wrong in a policy: where it stands, the key, the rule it breaks, and a sentence. */
public record PolicyFinding(String source, String key, String rule, String sentence) {

    @Override
    public String toString() {
        return "%s%s: %s [%s]".formatted(source, key.isEmpty() ? "" : ", " + key, sentence, rule);
    }
}
