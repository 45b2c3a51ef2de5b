package org.driftgate.security;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** So many requests per second for each key that a request has, with bursts; more is answered 429. */
final class RequestLimit extends OncePerRequestFilter {

    private static final int BURST_SECONDS = 20;
    private final Counters counters;
    private final Function<HttpServletRequest, @Nullable String> key;
    private final Problems problems;

    RequestLimit(int perSecond, Function<HttpServletRequest, @Nullable String> key, Problems problems) {
        this.counters = new Counters(perSecond * BURST_SECONDS, perSecond, Duration.ofSeconds(1));
        this.key = key;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String who = key.apply(request);
        if (who == null) {
            chain.doFilter(request, response);
            return;
        }
        Bucket bucket = counters.of(who);
        var turn = bucket.tryConsumeAndReturnRemaining(1);
        if (turn.isConsumed()) chain.doFilter(request, response);
        else problems.tooMany(request, response, 1 + TimeUnit.NANOSECONDS.toSeconds(turn.getNanosToWaitForRefill()));
    }
}
