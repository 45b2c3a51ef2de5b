package org.driftgate.notification;

import java.util.regex.Pattern;

/** Text for a header: one line without control, separator or direction characters. */
final class OneLine {

    /** Controls, line and paragraph separators, and format characters such as bidirectional overrides. */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}\\p{Cs}\\p{Co}]+");

    private static final int LIMIT = 200;

    private OneLine() {}

    static boolean is(String text) {
        return !UNWANTED.matcher(text).find();
    }

    /** Client data may hold anything; what does not belong into a line becomes a blank. */
    static String of(String text) {
        String line = UNWANTED.matcher(text).replaceAll(" ").strip().replaceAll(" {2,}", " ");
        return line.length() <= LIMIT ? line : line.substring(0, LIMIT - 1) + "…";
    }
}
