package org.driftgate.proposal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

final class Sha256 {

    private Sha256() {}

    static String hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Values of the canonical text: a separator inside a value would let two contents share one text. */
    static String plain(String value) {
        if (value.isEmpty() || value.indexOf('|') >= 0 || value.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("not usable in a hashed line: '%s'".formatted(value));
        return value;
    }
}
