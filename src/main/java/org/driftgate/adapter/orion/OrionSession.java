package org.driftgate.adapter.orion;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.driftgate.adapter.orion.OrionHttp.Reply;
import org.driftgate.shared.SystemFault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls Orion and Eclipse as a logged-in user; logs in when there is no token, and once more when a token is refused. */
@Component
class OrionSession {

    private static final String LOGIN = "log-in";

    private record CoreToken(@Nullable String access_token) {}

    private record EclipseToken(@Nullable String eclipse_access_token) {}

    private final OrionHttp http;
    private final OrionSettings settings;
    private @Nullable String coreToken;
    private @Nullable String eclipseToken;

    OrionSession(OrionHttp http, OrionSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    byte[] core(String path, String what) {
        String url = settings.baseUrl() + path;
        return answer(this::coreToken, token -> http.get(url, "Session " + token, what), what);
    }

    byte[] eclipse(String path, String what) {
        String url = settings.eclipseUrl() + path;
        return answer(this::eclipseToken, token -> http.get(url, "Session " + token, what), what);
    }

    byte[] postToEclipse(String path, Object body, String what) {
        String url = settings.eclipseUrl() + path;
        return answer(this::eclipseToken, token -> http.post(url, "Session " + token, body, what), what);
    }

    private byte[] answer(Function<@Nullable String, String> tokens, Function<String, Reply> call, String what) {
        String token = tokens.apply(null);
        Reply reply = call.apply(token);
        if (reply.isUnauthorized()) reply = call.apply(tokens.apply(token));
        if (reply.isUnauthorized())
            throw new SystemFault(
                    OrionHttp.SYSTEM,
                    what,
                    "refuses our session (401). Check the firm's service credentials; repeating it is safe.");
        return reply.body();
    }

    /** The token to use; a new one when there is none or it is the refused one. */
    private synchronized String coreToken(@Nullable String refused) {
        String current = coreToken;
        if (current != null && !current.equals(refused)) return current;
        String credentials = settings.user() + ":" + settings.password();
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        Reply reply = http.get(settings.baseUrl() + "/Security/Token", "Basic " + basic, LOGIN);
        String token = accepted(
                reply, OrionJson.object(reply.body(), CoreToken.class, LOGIN).access_token());
        coreToken = token;
        return token;
    }

    private synchronized String eclipseToken(@Nullable String refused) {
        String current = eclipseToken;
        if (current != null && !current.equals(refused)) return current;
        String core = coreToken(null);
        Reply reply = loginToEclipse(core);
        if (reply.isUnauthorized()) reply = loginToEclipse(coreToken(core));
        String token = accepted(
                reply, OrionJson.object(reply.body(), EclipseToken.class, LOGIN).eclipse_access_token());
        eclipseToken = token;
        return token;
    }

    private Reply loginToEclipse(String core) {
        return http.get(settings.eclipseUrl() + "/v1/admin/token", "Session " + core, LOGIN);
    }

    private static String accepted(Reply reply, @Nullable String token) {
        if (!reply.isUnauthorized() && token != null) return token;
        throw new SystemFault(
                OrionHttp.SYSTEM,
                LOGIN,
                "refuses the firm's service credentials (driftgate.orion.user and password). Nothing was changed.");
    }
}
