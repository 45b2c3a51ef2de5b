package org.driftgate.security.setup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until there is an administrator nothing works but the set-up and the question for health. */
final class SetUpGate extends OncePerRequestFilter {

    private static final List<String> OPEN = List.of("/setup", "/api/setup", "/actuator/health", "/error");
    private static final String STYLES = "/desk/";
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"Set-up needed\",\"status\":503,\"detail\":\"No administrator has been"
                    + " made yet. Open /setup with the token that the console showed at the start.\"}";
    private static final String PAGE = "<!DOCTYPE html><html lang=\"en\"><title>Set-up needed</title>"
            + "<h1>Set-up needed</h1><p>No administrator has been made yet. <a href=\"/setup\">Set up</a> with the token"
            + " that the console showed at the start.</p></html>";

    private final SetUp setUp;

    SetUpGate(SetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isHarmless(request) || !setUp.isOpen()) {
            chain.doFilter(request, response);
            return;
        }
        boolean page = String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(page ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getWriter().write(page ? PAGE : PROBLEM);
    }

    /** Exact addresses, as the container reads them: nothing slips by with a parameter or an encoded sign. */
    private static boolean isHarmless(HttpServletRequest request) {
        String path = request.getRequestURI();
        return OPEN.contains(path) || path.startsWith(STYLES) && path.matches("[a-z/.]+") && !path.contains("..");
    }
}
