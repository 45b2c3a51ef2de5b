package org.driftgate.simulator;

import java.util.List;
import java.util.Map;

/** Orion's OData paging: a bare array, {@code $top} and {@code $skip}, no total. Shows the SHORT_PAGE fault. */
final class OrionPages {

    private static final int DEFAULT_TOP = 50_000;

    private final Faults faults;

    OrionPages(Faults faults) {
        this.faults = faults;
    }

    Response page(Request request, List<Map<String, Object>> rows) {
        int skip = Math.min(request.number("$skip", 0), rows.size());
        int end = Math.min(rows.size(), skip + request.number("$top", DEFAULT_TOP));
        List<Map<String, Object>> page = rows.subList(skip, end);
        return Response.json(shortened(request, page));
    }

    private List<Map<String, Object>> shortened(Request request, List<Map<String, Object>> page) {
        return faults.take(OrionSystem.NAME, request.path(), FaultKind.SHORT_PAGE)
                .map(fault -> page.subList(0, Math.max(0, page.size() - fault.number(1))))
                .orElse(page);
    }
}
