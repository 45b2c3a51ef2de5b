package org.driftgate.security.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens of 256 random bits that live for a day; the database keeps their hashes. Only the newest one counts. */
@Component
class SetUpTokens {

    static final Duration LIFE = Duration.ofHours(24);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    SetUpTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String issue() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("insert into driftgate.set_up_token (sha256, made_at, expires_at) values (?, ?, ?)")
                .param(sha256(token))
                .param(utc(clock.instant()))
                .param(utc(clock.instant().plus(LIFE)))
                .update();
        return token;
    }

    /** The hash of a token that may be used now. */
    Optional<String> accepted(String token) {
        String hash = sha256(token);
        return jdbc.sql("""
                select sha256 from driftgate.set_up_token
                where number = (select max(number) from driftgate.set_up_token) and expires_at > ?""")
                .param(utc(clock.instant()))
                .query(String.class)
                .optional()
                .filter(newest -> MessageDigest.isEqual(bytes(newest), bytes(hash)));
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(token)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
