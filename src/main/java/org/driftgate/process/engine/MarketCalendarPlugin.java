package org.driftgate.process.engine;

import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets timers understand the phrases of the trading calendar. */
@Component
class MarketCalendarPlugin extends AbstractProcessEnginePlugin {

    private final RepeatCalendar repeat;

    MarketCalendarPlugin(RepeatCalendar repeat) {
        this.repeat = repeat;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        var calendars = (MapBusinessCalendarManager) configuration.getBusinessCalendarManager();
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new MarketBusinessCalendar(repeat));
    }
}
