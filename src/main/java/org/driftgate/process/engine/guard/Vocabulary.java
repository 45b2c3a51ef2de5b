package org.driftgate.process.engine.guard;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The names that a model may use: delegates, the beans of the contract with their methods, and nothing else. */
@Component
class Vocabulary {

    private final ConfigurableListableBeanFactory beans;
    private final ModelContract contract;

    Vocabulary(ConfigurableListableBeanFactory beans, ModelContract contract) {
        this.beans = beans;
        this.contract = contract;
    }

    ModelContract contract() {
        return contract;
    }

    boolean isDelegate(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, JavaDelegate.class);
    }

    boolean isVisible(String name) {
        return contract.beans().contains(name) ? beans.containsBean(name) : isDelegate(name);
    }

    Object bean(String name) {
        return beans.getBean(name);
    }

    /** A bean's name must not be read, or written, as if it were a variable. */
    boolean isTaken(String name) {
        return beans.containsBean(name);
    }

    boolean isCallable(String bean, String method, int arguments) {
        if (!contract.beans().contains(bean)) return false;
        Class<?> type = beans.getType(bean);
        return type != null
                && methods(ClassUtils.getUserClass(type)).stream()
                        .anyMatch(known -> known.getName().equals(method) && known.getParameterCount() == arguments);
    }

    private static Set<Method> methods(Class<?> type) {
        var own = new HashSet<>(Arrays.asList(type.getMethods()));
        own.removeIf(method -> method.getDeclaringClass() == Object.class);
        return own;
    }
}
