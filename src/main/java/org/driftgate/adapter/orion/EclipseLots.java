package org.driftgate.adapter.orion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;

/** Tax lots of each portfolio from Eclipse, a few portfolios at a time; hashed in the order of the households. */
@Component
class EclipseLots {

    private final OrionSession session;
    private final int atOnce;

    EclipseLots(OrionSession session, OrionSettings settings) {
        this.session = session;
        this.atOnce = settings.lotRequests();
    }

    void collect(Collected collected) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (Wire.Client client : collected.clients) answers.add(threads.submit(() -> read(client)));
            for (int i = 0; i < answers.size(); i++) keep(collected, collected.clients.get(i), answers.get(i));
        } finally {
            threads.shutdownNow();
        }
    }

    private byte[] read(Wire.Client client) {
        return session.eclipse("/api/v2/Tactical/TaxLots/" + client.id(), what(client));
    }

    private static void keep(Collected collected, Wire.Client client, Future<byte[]> answer) {
        byte[] body = collected.received.keep(result(client, answer));
        collected.lots.put(client.id(), OrionJson.list(body, Wire.TaxLot.class, what(client)));
    }

    private static byte[] result(Wire.Client client, Future<byte[]> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SystemFault fault) throw fault;
            throw new IllegalStateException("reading lots failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SystemFault(OrionHttp.SYSTEM, what(client), "was interrupted. Repeating it is safe.", e);
        }
    }

    private static String what(Wire.Client client) {
        return "tax lots of household " + OrionPortfolios.idOf(client);
    }
}
