package org.driftgate.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Cockpit as an administrator uses it: the list of incidents, and another try for one of them. */
final class CockpitPage {

    private static final String ADDRESS = "/camunda/app/cockpit/default/#";

    private final Screens screens;
    private final Page page;

    CockpitPage(Screens screens, String person) {
        this.screens = screens;
        this.page = screens.logIn(person);
    }

    Page page() {
        return page;
    }

    CockpitPage dashboard() {
        screens.go(page, ADDRESS + "/dashboard");
        assertThat(page.getByText("Open Incidents").first()).isVisible();
        return this;
    }

    CockpitPage incidentsOf(String definition) {
        screens.go(page, ADDRESS + "/process-definition/%s/runtime?detailsTab=pd-incidents-tab".formatted(definition));
        page.locator("td.message").first().waitFor();
        return this;
    }

    Locator incident(String household) {
        return page.locator("tr")
                .filter(new FilterOptions().setHasText(household))
                .first();
    }

    void retry(String household) {
        incident(household).locator("a.action-button:visible").click();
        Locator dialog = page.locator(".modal-dialog");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Retry"))
                .click();
        assertThat(dialog).containsText("incremented successfully");
    }
}
