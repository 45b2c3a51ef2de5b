package org.driftgate.roles;

import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** As the application's own main class, but blind to what the tests put on the class path. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan("org.driftgate")
@ComponentScan(
        basePackages = "org.driftgate",
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = WholeApplication.OfTests.class))
class WholeApplication {

    static final class OfTests implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
            String address = type.getResource().getURL().toString();
            boolean main = type.getClassMetadata().getClassName().equals("org.driftgate.Driftgate");
            return main || address.contains("/test-classes/");
        }
    }
}
