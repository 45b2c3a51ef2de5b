package org.driftgate.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the handler of a request by method and path template, such as {@code /v1/Portfolio/Clients/{id}/Accounts}. Paths
 * are compared without case; a parameter is one path segment and its value keeps its case.
 */
final class Routes {

    /** Answers one request; {@code parameters} are the template's, in its order. */
    interface Handler {
        Response handle(Request request, List<String> parameters);
    }

    private record Route(String method, Pattern path, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    Routes on(String method, String template, Handler handler) {
        String regex = ("\\Q" + template + "\\E").replaceAll("\\{[^}]+}", "\\\\E([^/]+)\\\\Q");
        routes.add(new Route(method, Pattern.compile(regex, Pattern.CASE_INSENSITIVE), handler));
        return this;
    }

    /** 404 for an unknown path, 405 for a known path with another method, 400 for a request the handler cannot read. */
    Response handle(Request request) {
        boolean known = false;
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(request.path());
            if (!matcher.matches()) continue;
            known = true;
            if (route.method().equals(request.method())) return answer(route.handler(), request, matcher);
        }
        Map<String, String> message = Map.of("message", known ? "Method not allowed" : "Not found: " + request.path());
        return Response.json(known ? 405 : 404, message);
    }

    private static Response answer(Handler handler, Request request, Matcher matcher) {
        List<String> parameters = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) parameters.add(matcher.group(i));
        try {
            return handler.handle(request, parameters);
        } catch (IllegalArgumentException e) {
            return Response.message(400, String.valueOf(e.getMessage()));
        }
    }
}
