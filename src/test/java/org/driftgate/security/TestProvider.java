package org.driftgate.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** The firm's provider of single sign-on, as far as a test needs one; everybody's password is {@code provider}. */
final class TestProvider {

    /** The groups that the provider says a person is in. */
    static final Map<String, List<String>> GROUPS = new ConcurrentHashMap<>();

    private TestProvider() {}

    /** Its issuer; another host name than the application's keeps the session cookies apart. */
    static String start(String callback) {
        var context = new SpringApplicationBuilder(Server.class)
                .properties(Map.of(
                        "spring.config.location", "optional:classpath:/no-such-folder/",
                        "spring.main.banner-mode", "off",
                        "spring.datasource.url", "jdbc:none",
                        "server.port", "0"))
                .initializers(new Beans(callback))
                .run();
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return "http://127.0.0.1:" + port;
    }

    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        OAuth2AuthorizationServerAutoConfiguration.class,
        OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
    static class Server {}

    private record Beans(String callback)
            implements org.springframework.context.ApplicationContextInitializer<GenericApplicationContext> {

        @Override
        public void initialize(GenericApplicationContext context) {
            context.registerBean(
                    RegisteredClientRepository.class, () -> new InMemoryRegisteredClientRepository(application()));
            context.registerBean(
                    UserDetailsService.class,
                    () -> name -> User.withUsername(name)
                            .password("{noop}provider")
                            .authorities("person")
                            .build());
            context.registerBean(Claims.class, Claims::new);
        }

        private RegisteredClient application() {
            return RegisteredClient.withId(UUID.randomUUID().toString())
                    .clientId("driftgate")
                    .clientSecret("{noop}of-the-tests")
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(callback)
                    .scope("openid")
                    .scope("profile")
                    .build();
        }
    }

    static final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

        @Override
        public void customize(JwtEncodingContext token) {
            if (token.getTokenType().getValue().equals("id_token"))
                token.getClaims()
                        .claim(
                                "groups",
                                GROUPS.getOrDefault(token.getPrincipal().getName(), List.of()));
        }
    }
}
