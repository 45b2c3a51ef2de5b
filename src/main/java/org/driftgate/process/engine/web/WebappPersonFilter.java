package org.driftgate.process.engine.web;

import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/** Logs in to Tasklist and Cockpit whomever the provider of its parameter {@code authentication-provider} names. */
public final class WebappPersonFilter extends ContainerBasedAuthenticationFilter {}
