package org.driftgate.process.engine.guard;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A contract of one bean with two calls and one delegate, next to a bean that no model may see. */
record SmallContract() implements ModelContract {

    static Vocabulary words() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("clock", new Calls());
        beans.registerSingleton("workDelegate", (JavaDelegate) execution -> execution.getId());
        beans.registerSingleton("hidden", new Calls());
        return new Vocabulary(beans, new SmallContract());
    }

    /** What the bean of the contract offers. */
    public static final class Calls {

        public String at() {
            return "now";
        }

        public String of(String household, int number) {
            return household + number;
        }
    }

    @Override
    public Set<String> beans() {
        return Set.of("clock");
    }

    @Override
    public Set<String> submitting() {
        return Set.of("submitOrdersDelegate");
    }

    @Override
    public String reviewTask() {
        return "reviewProposal";
    }

    @Override
    public Set<String> afterTrading() {
        return Set.of("tradedAlready");
    }

    @Override
    public Set<String> routing() {
        return Set.of("reviewRoute");
    }

    @Override
    public Set<String> independent() {
        return Set.of();
    }

    @Override
    public boolean isTable(String decision) {
        return false;
    }

    @Override
    public Optional<TableContract> table(String decision) {
        return Optional.empty();
    }
}
