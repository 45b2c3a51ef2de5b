package org.driftgate.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A versioned template as its two files stand; the text file begins with the subject. */
record LetterTemplate(String name, String version, String html, String text) {

    /** Over both files, separated by a zero byte. */
    String sha256() {
        return sha256(html + '\0' + text);
    }

    static String sha256(String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this JDK", e);
        }
    }
}
