package org.driftgate.platform;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database in which the demonstration ran carries its mark for ever, because its users, people and clock are in it.
 * Outside the demo profile such a database is refused.
 */
@Component
class DemoMark {

    DemoMark(JdbcClient jdbc, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of(DemoBorder.PROFILE))) {
            jdbc.sql("insert into driftgate.demo_mark (marked) values (true) on conflict do nothing")
                    .update();
            return;
        }
        Integer marks = jdbc.sql("select count(*) from driftgate.demo_mark")
                .query(Integer.class)
                .single();
        if (marks > 0)
            throw new RefusedToStart(
                    "This database was filled by the demonstration: its users have known passwords and its firm is made up.",
                    "Name a database of your own in spring.datasource.url, or start with the profile 'demo'.");
    }
}
