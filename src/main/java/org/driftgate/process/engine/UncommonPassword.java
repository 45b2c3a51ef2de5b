package org.driftgate.process.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;

/**
 * Refuses well-known passwords in their usual disguises: what is left of {@code P@ssw0rd2026!} without its figures and
 * signs is {@code password}.
 */
final class UncommonPassword implements PasswordPolicyRule {

    private static final Set<String> KNOWN = Set.of(
            "abc",
            "access",
            "admin",
            "administrator",
            "asdf",
            "asdfgh",
            "asdfghjkl",
            "autumn",
            "baseball",
            "bpm",
            "camunda",
            "changeit",
            "changeme",
            "chicago",
            "compliance",
            "custodian",
            "default",
            "demo",
            "demodemo",
            "dragon",
            "driftgate",
            "fall",
            "firm",
            "football",
            "guest",
            "hello",
            "helloworld",
            "iloveyou",
            "investment",
            "larchmont",
            "letmein",
            "login",
            "manager",
            "master",
            "money",
            "monkey",
            "newyork",
            "orion",
            "pass",
            "passphrase",
            "passwd",
            "password",
            "portfolio",
            "postgres",
            "princess",
            "qazwsx",
            "qwer",
            "qwerty",
            "qwertyui",
            "qwertyuiop",
            "qwertz",
            "rebalance",
            "rebalancing",
            "redtail",
            "reviewer",
            "root",
            "schwab",
            "secret",
            "secure",
            "spring",
            "starwars",
            "summer",
            "sunshine",
            "superman",
            "system",
            "temp",
            "temporary",
            "test",
            "testing",
            "topsecret",
            "trader",
            "trustno",
            "wall",
            "wallstreet",
            "wealth",
            "welcome",
            "welcomeback",
            "welcomehome",
            "whatever",
            "winter");
    private static final String DISGUISED = "@4301$5!7|";
    private static final String PLAIN = "aaeoissiti";

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_UNCOMMON";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String password) {
        String small = password.toLowerCase(Locale.ROOT);
        String bare = small.replaceAll("^[^a-z@$]+|[^a-z]+$", "");
        String withFigures = small.replaceAll("^[^a-z@$]+|[^a-z0-9@$]+$", "");
        return Stream.of(small, undisguised(bare), undisguised(withFigures))
                .noneMatch(letters -> isKnown(letters.replaceAll("[^a-z]", "")));
    }

    private static boolean isKnown(String letters) {
        return letters.isEmpty() || KNOWN.contains(letters) || isRepeated(letters);
    }

    /** Figures and signs at both ends are ornament; inside they stand for the letters that they look like. */
    private static String undisguised(String core) {
        var letters = new StringBuilder();
        for (char sign : core.toCharArray()) {
            int at = DISGUISED.indexOf(sign);
            letters.append(at < 0 ? sign : PLAIN.charAt(at));
        }
        return letters.toString();
    }

    private static boolean isRepeated(String letters) {
        return letters.chars().distinct().count() < 3
                || KNOWN.stream()
                        .anyMatch(word -> letters.length() > word.length()
                                && letters.replace(word, "").isEmpty());
    }
}
