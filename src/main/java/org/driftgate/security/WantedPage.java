package org.driftgate.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Remembers the page that somebody wanted before the log-in; never a font, a picture or a call of a script. */
final class WantedPage {

    private WantedPage() {}

    static HttpSessionRequestCache cache() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(WantedPage::isPage);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accepted != null && accepted.contains("text/html");
    }
}
