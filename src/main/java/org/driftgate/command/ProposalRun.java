package org.driftgate.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.driftgate.adapter.book.HouseholdBook;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.household.ProposeHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold;

/** Solves households on all processors and hands the answers on in the book's order; few of them are held at a time. */
final class ProposalRun {

    private static final int AHEAD = 64;
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final HouseholdBook book;
    private final ProposeHousehold proposals;

    ProposalRun(HouseholdBook book, ProposeHousehold proposals) {
        this.book = book;
        this.proposals = proposals;
    }

    void run(Consumer<ProposalRows> receiver) {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(processors);
        try {
            Deque<Future<ProposalRows>> waiting = new ArrayDeque<>();
            for (int household = 0; household < book.households(); household++) {
                int index = household;
                waiting.add(workers.submit(() -> solve(index)));
                if (waiting.size() > AHEAD * processors) receiver.accept(answer(waiting.remove()));
            }
            while (!waiting.isEmpty()) receiver.accept(answer(waiting.remove()));
        } finally {
            workers.shutdownNow();
        }
    }

    private ProposalRows solve(int index) {
        long started = System.nanoTime();
        Household household = book.household(index);
        ProposedHousehold proposed = proposals.propose(household);
        return ProposalRows.of(proposed, (System.nanoTime() - started) / NANOS_OF_MILLI);
    }

    private static ProposalRows answer(Future<ProposalRows> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a household could not be solved: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while solving", interrupted);
        }
    }
}
