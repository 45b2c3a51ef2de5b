package org.driftgate.process.engine.guard;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The beans that expressions see: delegates and those of the contract, looked up when they are asked for. */
final class ContractBeans extends AbstractMap<Object, Object> {

    private final Vocabulary words;

    ContractBeans(Vocabulary words) {
        this.words = words;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && words.isVisible(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name && words.isVisible(name) ? words.bean(name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
