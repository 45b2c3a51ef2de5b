package org.driftgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLimitTest {

    private final RequestLimit limit =
            new RequestLimit(2, request -> request.getHeader("Person"), new Problems(new ObjectMapper()));

    @Test
    void letsABurstThroughAndThenAsksToWait() {
        assertThat(IntStream.range(0, 40).map(i -> answer("ana").getStatus())).containsOnly(200);

        MockHttpServletResponse refused = answer("ana");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void countsEachPersonAloneAndNobodyWithoutAName() {
        IntStream.range(0, 100).forEach(i -> answer("flood"));

        assertThat(answer("flood").getStatus()).isEqualTo(429);
        assertThat(answer("ana").getStatus()).isEqualTo(200);
        assertThat(IntStream.range(0, 100).map(i -> answer(null).getStatus())).containsOnly(200);
    }

    private MockHttpServletResponse answer(String person) {
        var request = new MockHttpServletRequest("GET", "/api/cases");
        if (person != null) request.addHeader("Person", person);
        var response = new MockHttpServletResponse();
        try {
            limit.doFilter(request, response, new MockFilterChain());
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }
}
