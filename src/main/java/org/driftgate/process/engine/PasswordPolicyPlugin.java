package org.driftgate.process.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.springframework.stereotype.Component;

/** The engine's password policy, on, and no password that everybody knows. Only the demonstration's people are exempt. */
@Component
class PasswordPolicyPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(new Policy());
    }

    static final class Policy extends DefaultPasswordPolicyImpl {

        Policy() {
            rules.add(new UncommonPassword());
        }
    }
}
