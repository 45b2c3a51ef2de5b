package org.driftgate.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.driftgate.process.engine.guard.RefusedRequest;
import org.springframework.stereotype.Component;

/**
 * Refuses variables that arrive as a serialized object, in Java's format or any other: reading one back would make an
 * object of a class that the sender chose. Our models keep texts, numbers, flags and dates.
 */
@Component
class ObjectVariablesPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        @SuppressWarnings("rawtypes")
        List<TypedValueSerializer> before = configuration.getCustomPreVariableSerializers();
        var all = new ArrayList<>(before == null ? List.of() : before);
        all.add(new Refusing());
        configuration.setCustomPreVariableSerializers(all);
    }

    static final class Refusing extends JavaObjectSerializer {

        @Override
        public String getName() {
            return "refused-object";
        }

        @Override
        public boolean canHandle(TypedValue value) {
            return value instanceof ObjectValue object && !object.isDeserialized();
        }

        @Override
        public void writeValue(ObjectValue value, ValueFields fields) {
            throw RefusedRequest.never(
                    "Variable '%s': serialized objects are refused; send a text, a number, a flag or a date."
                            .formatted(fields.getName()));
        }
    }
}
