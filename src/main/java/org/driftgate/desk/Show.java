package org.driftgate.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers and codes as the pages write them. */
@Component("show")
class Show {

    private static final String MINUS = "\u2212";

    public String money(@Nullable BigDecimal dollars) {
        if (dollars == null) return "\u2013";
        String digits = format("#,##0.00", dollars.abs());
        return (dollars.signum() < 0 ? MINUS : "") + "$" + digits;
    }

    /** Two digits after the point; the heading says the unit. */
    public String figure(@Nullable BigDecimal number) {
        return number == null ? "\u2013" : format("0.00", number).replace("-", MINUS);
    }

    /** Percent points with their sign. */
    public String points(@Nullable BigDecimal points) {
        if (points == null) return "\u2013";
        String sign = points.signum() < 0 ? MINUS : "+";
        return sign + format("0.00", points.abs());
    }

    public String quantity(@Nullable BigDecimal shares) {
        return shares == null ? "\u2013" : format("#,##0.######", shares);
    }

    /** A code such as HIGH_COST as words. */
    public String words(String code) {
        return EventWords.sentence(code);
    }

    /** An account's tax kind as people say it. */
    public String registration(String code) {
        return switch (code) {
            case "IRA" -> "IRA";
            case "ROTH" -> "Roth IRA";
            default -> words(code);
        };
    }

    /** A width of 0 to 100 for a bar. */
    public String bar(@Nullable BigDecimal percent) {
        if (percent == null) return "0";
        BigDecimal inside = percent.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100));
        return inside.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String format(String pattern, BigDecimal number) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(number);
    }
}
