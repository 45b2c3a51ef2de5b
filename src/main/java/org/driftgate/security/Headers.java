package org.driftgate.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What a browser is told to refuse. Strict transport is said only over TLS, where alone browsers believe it. */
final class Headers {

    private static final String PAGES = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String ANSWERS = "default-src 'none'; frame-ancestors 'none'";
    private static final String NOTHING_OF_THE_DEVICE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";

    private Headers() {}

    static void ofPages(HeadersConfigurer<HttpSecurity> headers) {
        common(headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES)));
    }

    static void ofAnswers(HeadersConfigurer<HttpSecurity> headers) {
        common(headers.contentSecurityPolicy(policy -> policy.policyDirectives(ANSWERS)));
    }

    /** The engine's web applications send a content policy with a nonce themselves; ours is for what never reaches them. */
    static void besideTheirOwn(HeadersConfigurer<HttpSecurity> headers) {
        common(headers.defaultsDisabled()
                .httpStrictTransportSecurity(strict -> {})
                .contentTypeOptions(nosniff -> {})
                .contentSecurityPolicy(policy -> policy.policyDirectives(ANSWERS)));
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NOTHING_OF_THE_DEVICE));
    }
}
