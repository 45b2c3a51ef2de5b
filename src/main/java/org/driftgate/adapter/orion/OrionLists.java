package org.driftgate.adapter.orion;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads whole lists page by page. Orion gives no total, so a last page is believed only when nothing follows it. */
@Component
class OrionLists {

    private final OrionSession session;
    private final int pageSize;

    OrionLists(OrionSession session, OrionSettings settings) {
        this.session = session;
        this.pageSize = settings.pageSize();
    }

    /** {@code path} with its query but without paging, such as {@code /Portfolio/Clients?isActive=true}. */
    <T> List<T> all(String path, Class<T> type, Collected collected) {
        List<T> rows = new ArrayList<>();
        List<T> page;
        int skip = 0;
        do {
            page = page(path, skip, pageSize, type, collected);
            rows.addAll(page);
            skip += pageSize;
        } while (page.size() == pageSize);
        if (!page.isEmpty() && !page(path, rows.size(), 1, type, collected).isEmpty())
            collected.problems.add("%s ended after %d rows although there are more".formatted(path, rows.size()));
        return rows;
    }

    <T> T one(String path, Class<T> type, Collected collected) {
        return OrionJson.object(collected.received.keep(session.core(path, path)), type, path);
    }

    private <T> List<T> page(String path, int skip, int top, Class<T> type, Collected collected) {
        String separator = path.contains("?") ? "&" : "?";
        String paged = "%s%s$top=%d&$skip=%d".formatted(path, separator, top, skip);
        return OrionJson.list(collected.received.keep(session.core(paged, path)), type, path);
    }
}
