package org.driftgate.testing;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@Configuration
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ConfigurationPropertiesScan("org.driftgate.market")
@ComponentScan({"org.driftgate.audit", "org.driftgate.market", "org.driftgate.run"})
class FeatureTestConfiguration {

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    DataSource dataSource() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.url());
        pool.setUsername(TestDatabase.applicationRole());
        pool.setPassword(TestDatabase.password());
        pool.setMaximumPoolSize(5);
        return pool;
    }
}
