package org.driftgate.platform;

import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Hands the embedded server to the framework as connection details, so nothing else knows that it is embedded. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseWanted.class)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(PlatformSettings settings) {
        return DataFolder.lock(settings.data());
    }

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(DataFolder folder, PlatformSettings settings) {
        return EmbeddedDatabase.start(folder, settings.ports().postgres());
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedDatabase.APPLICATION;
            }

            @Override
            public String getPassword() {
                return database.passwordOf(EmbeddedDatabase.APPLICATION);
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedDatabase.OWNER;
            }

            @Override
            public String getPassword() {
                return database.passwordOf(EmbeddedDatabase.OWNER);
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
