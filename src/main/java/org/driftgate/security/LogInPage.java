package org.driftgate.security;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one log-in page. */
@Controller
class LogInPage {

    private final boolean demo;
    private final SingleSignOn singleSignOn;
    private final LogInSettings settings;

    LogInPage(Environment environment, SingleSignOn singleSignOn, LogInSettings settings) {
        this.singleSignOn = singleSignOn;
        this.settings = settings;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/login")
    String page(
            @RequestParam(required = false) String error, @RequestParam(required = false) String logout, Model model) {
        model.addAttribute("refused", error != null);
        model.addAttribute("loggedOut", logout != null);
        model.addAttribute("demo", demo);
        model.addAttribute("providers", singleSignOn.providers());
        model.addAttribute("passwords", settings.passwordLogIn());
        return "login";
    }
}
