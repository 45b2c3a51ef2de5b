package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the text of one field must look like. */
record FieldRule(String name, String demand, Predicate<String> accepts) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9./-]{0,11}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern NAMED_EMAIL = Pattern.compile("[^<>;@\\p{Cntrl}]* *<" + EMAIL + ">");

    static final FieldRule IDENTIFIER =
            new FieldRule("id", "must be letters, digits, '-' or '_'", ID.asMatchPredicate());
    static final FieldRule TICKER = new FieldRule("symbol", "must be a ticker symbol", SYMBOL.asMatchPredicate());
    static final FieldRule TEXT = new FieldRule("text", "must be text of 1 to 200 characters", FieldRule::isText);
    static final FieldRule OWN_EMAIL = new FieldRule("e-mail", "must be an e-mail address", EMAIL.asMatchPredicate());
    static final FieldRule EMAILS =
            new FieldRule("e-mail", "must be e-mail addresses, separated by ';'", FieldRule::areEmails).orEmpty();
    static final FieldRule DATE = new FieldRule("date", "must be a date such as 2026-11-20", FieldRule::isDate);
    static final FieldRule YES_NO = oneOf("true", "false");
    static final FieldRule SIGNED = new FieldRule("number", "must be a number", FieldRule::isNumber);
    static final FieldRule NOT_NEGATIVE = number("not negative", "must not be negative", v -> v.signum() >= 0);
    static final FieldRule POSITIVE = number("above zero", "must be above zero", v -> v.signum() > 0);
    static final FieldRule NOT_POSITIVE = number("not positive", "must not be positive", v -> v.signum() <= 0);
    static final FieldRule FRACTION = number(
            "fraction", "must be a fraction from 0 to 1", v -> v.signum() >= 0 && v.compareTo(BigDecimal.ONE) <= 0);

    static FieldRule oneOf(String... words) {
        Set<String> allowed = new TreeSet<>(Set.of(words));
        return new FieldRule("one of", "must be one of " + String.join(", ", allowed), allowed::contains);
    }

    FieldRule orEmpty() {
        return new FieldRule(name, demand + " or empty", value -> value.isEmpty() || accepts.test(value));
    }

    FieldRule orStar() {
        return new FieldRule(name, demand + " or *", value -> value.equals("*") || accepts.test(value));
    }

    private static FieldRule number(String name, String demand, Predicate<BigDecimal> accepts) {
        return new FieldRule(name, demand, value -> isNumber(value) && accepts.test(new BigDecimal(value)));
    }

    private static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    private static boolean isText(String value) {
        return !value.isBlank() && value.length() <= 200 && value.chars().noneMatch(Character::isISOControl);
    }

    private static boolean areEmails(String value) {
        for (String one : value.split(";", -1)) {
            String address = one.strip();
            if (!EMAIL.matcher(address).matches()
                    && !NAMED_EMAIL.matcher(address).matches()) return false;
        }
        return true;
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() >= 1900;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }
}
