package org.driftgate.desk;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's own description says about all of it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BASIC = "basic";

    @Bean
    OpenAPI openApi() {
        var scheme = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic");
        return new OpenAPI()
                .info(new Info()
                        .title("Driftgate")
                        .version("1")
                        .description("Runs, cases, reviews and what people decide about them. Errors are problem+json:"
                                + " 400 names the field, 409 says what moved, 422 lists what a rule refuses."
                                + " Scripts send name and password; browsers their session and the CSRF header."))
                .schemaRequirement(BASIC, scheme)
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
