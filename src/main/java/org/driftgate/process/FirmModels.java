package org.driftgate.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.process.engine.guard.ModelContract;
import org.driftgate.process.engine.guard.TableContract;
import org.springframework.stereotype.Component;

/** The contract between our models and the code. A bean that a model shall call by name must be added here. */
@Component
class FirmModels implements ModelContract {

    private static final Set<String> BEANS =
            Set.of("caseFacts", "caseStates", "reviewTimes", "runSchedule", "runStates");

    /** Shown on small forms, which send them back as they came. */
    private static final Set<ProcessVariable<?>> SHOWN = Set.of(
            DriftToNotificationBpmn.HOUSEHOLD_NAME,
            DriftToNotificationBpmn.QUESTION,
            DriftToNotificationBpmn.SITUATION,
            DriftToNotificationBpmn.RUN_ID);

    @Override
    public Set<String> beans() {
        return BEANS;
    }

    @Override
    public Set<String> submitting() {
        return Set.of("submitOrdersDelegate");
    }

    @Override
    public String reviewTask() {
        return DriftToNotificationBpmn.REVIEW_PROPOSAL;
    }

    @Override
    public Set<String> afterTrading() {
        return Set.of(DriftToNotificationBpmn.TRADED_ALREADY.name());
    }

    @Override
    public Set<String> routing() {
        return Arrays.stream(DriftToNotificationBpmn.class.getDeclaredFields())
                .filter(field -> field.getType() == ProcessVariable.class)
                .map(FirmModels::variable)
                .filter(variable -> !SHOWN.contains(variable))
                .map(ProcessVariable::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> independent() {
        return Set.of("pre-trade-rules.dmn", "review-tiers.dmn");
    }

    @Override
    public boolean isTable(String decision) {
        return PreTradeContract.isTable(decision);
    }

    @Override
    public Optional<TableContract> table(String decision) {
        return PreTradeContract.of(decision);
    }

    private static ProcessVariable<?> variable(java.lang.reflect.Field field) {
        try {
            return (ProcessVariable<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the contract's variable %s cannot be read".formatted(field), e);
        }
    }
}
