package org.driftgate.adapter.orion;

import java.util.List;
import org.springframework.stereotype.Component;

/** Securities with their prices, and models with their trees, from Eclipse. */
@Component
class EclipseMarket {

    private static final String SECURITIES = "/v1/security/securities";
    private static final String MODELS = "/v1/modeling/models";

    private final OrionSession session;

    EclipseMarket(OrionSession session) {
        this.session = session;
    }

    void collect(Collected collected) {
        collected.securities.addAll(OrionJson.list(read(SECURITIES, collected), Wire.SecurityRow.class, SECURITIES));
        List<Wire.ModelRow> models = OrionJson.list(read(MODELS, collected), Wire.ModelRow.class, MODELS);
        for (Wire.ModelRow model : models) {
            String path = MODELS + "/" + model.id();
            collected.models.add(OrionJson.object(read(path, collected), Wire.ModelTree.class, path));
        }
    }

    private byte[] read(String path, Collected collected) {
        return collected.received.keep(session.eclipse(path, path));
    }
}
