package org.driftgate.roles;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Everything that the running application answers: the methods of our controllers and of the actuator, static files, the
 * families of the engine's REST interface, and every servlet beside them.
 */
final class Mappings {

    private static final List<String> SHOWN_IN_FULL = List.of("/", "/engine-rest/*");

    private Mappings() {}

    static SortedSet<String> of(ApplicationContext application, ServletContext servlets) {
        var found = new TreeSet<String>();
        application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> found.addAll(requests(info))));
        application
                .getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMap().keySet().forEach(path -> found.add("GET " + path)));
        found.addAll(engineFamilies());
        found.addAll(otherServlets(servlets));
        return found;
    }

    private static List<String> requests(RequestMappingInfo info) {
        var found = new ArrayList<String>();
        Collection<RequestMethod> methods = info.getMethodsCondition().getMethods();
        if (methods.isEmpty()) methods = List.of(RequestMethod.GET, RequestMethod.POST);
        for (RequestMethod method : methods)
            for (String path : info.getPatternValues()) found.add(method + " " + (path.isEmpty() ? "/" : path));
        return found;
    }

    private static List<String> engineFamilies() {
        var found = new ArrayList<String>(List.of("GET /engine-rest/engine", "POST /engine-rest/engine"));
        for (Method method : DefaultProcessEngineRestServiceImpl.class.getMethods()) {
            Path path = method.getAnnotation(Path.class);
            if (path == null) continue;
            for (String verb : List.of("GET", "POST")) found.add(verb + " /engine-rest" + path.value());
        }
        return found;
    }

    private static List<String> otherServlets(ServletContext servlets) {
        return servlets.getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream())
                .filter(path -> !SHOWN_IN_FULL.contains(path))
                .flatMap(path -> Arrays.stream(new String[] {"GET " + path, "POST " + path}))
                .toList();
    }
}
