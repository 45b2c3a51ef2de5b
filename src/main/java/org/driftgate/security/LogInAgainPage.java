package org.driftgate.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks for the password before a page's button that needs a fresh log-in, and leads back to that page. What was pressed is
 * not repeated: the person sees the page as it stands now and presses again.
 */
@Controller
class LogInAgainPage {

    private static final String ADDRESS = "/login/again";
    private static final String BACK = "continue";
    private static final Pattern PAGE = Pattern.compile("/(reviews|sending|cases/[A-Za-z0-9._~%-]+)");

    private final FreshLogIn fresh;
    private final ProvePassword prove;

    LogInAgainPage(FreshLogIn fresh, ProvePassword prove) {
        this.fresh = fresh;
        this.prove = prove;
    }

    /** From a button to this page. */
    static void lead(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        String page = request.getRequestURI().replaceFirst("/revocation$", "");
        response.sendRedirect(UriComponentsBuilder.fromPath(ADDRESS)
                .queryParam(BACK, page)
                .build()
                .toUriString());
    }

    @GetMapping(ADDRESS)
    String page(
            @RequestParam(name = BACK, defaultValue = "/") String back,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (fresh.isFresh(request)) return back(back, after);
        String provider = SingleSignOn.addressFor(who);
        if (provider != null) WantedPage.cache().saveRequest(request, response);
        model.addAttribute("provider", provider);
        return form(back, who, model);
    }

    @PostMapping(ADDRESS)
    String prove(
            @RequestParam String password,
            @RequestParam(name = BACK, defaultValue = "/") String back,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        try {
            if (prove.isRight(who, password, request)) return back(back, after);
            return wrong(HttpStatus.UNPROCESSABLE_ENTITY, ProvePassword.WRONG, response, model, form(back, who, model));
        } catch (TooManyAttempts e) {
            String wait = "Too many wrong passwords. Try again in %d s.".formatted(e.pauseSeconds());
            return wrong(HttpStatus.TOO_MANY_REQUESTS, wait, response, model, form(back, who, model));
        }
    }

    private static String wrong(
            HttpStatus status, String problem, HttpServletResponse response, Model model, String form) {
        response.setStatus(status.value());
        model.addAttribute("problem", problem);
        return form;
    }

    private static String form(String back, Authentication who, Model model) {
        model.addAttribute("person", who.getName());
        model.addAttribute("back", safe(back));
        return "log-in-again";
    }

    private static String back(String back, RedirectAttributes after) {
        after.addFlashAttribute("loggedInAgain", true);
        return "redirect:" + safe(back);
    }

    /** Nobody is led to another site or to anything but those pages. */
    private static String safe(String back) {
        return PAGE.matcher(back).matches() ? back : "/";
    }
}
