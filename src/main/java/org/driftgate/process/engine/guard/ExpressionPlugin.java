package org.driftgate.process.engine.guard;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Shows expressions only what the contract names, and takes every script language away. */
@Component
class ExpressionPlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final Vocabulary words;

    ExpressionPlugin(ApplicationContext context, Vocabulary words) {
        this.context = context;
        this.words = words;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var beans = new ContractBeans(words);
        configuration.setBeans(beans);
        configuration.setExpressionManager(new SpringExpressionManager(context, beans));
        configuration.setScriptEngineResolver(new NoScripts());
    }
}
