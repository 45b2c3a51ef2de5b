package org.driftgate.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Tasklist as a person uses it: choose a filter, open a task, claim it. */
final class TasklistPage {

    private final Page page;

    TasklistPage(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    TasklistPage filter(String name) {
        Locator filter = page.locator(".task-filter").filter(new FilterOptions().setHasText(name));
        filter.locator("h4 a").click();
        page.locator(".task-filter.active")
                .filter(new FilterOptions().setHasText(name))
                .waitFor();
        return this;
    }

    Locator task(String household) {
        return page.locator("li.task").filter(new FilterOptions().setHasText(household));
    }

    TasklistPage open(String household) {
        task(household).locator("h4.task a").click();
        return this;
    }

    /** What Tasklist says for a moment when a form is done. */
    void hears(String message) {
        page.getByText(message).first().waitFor();
    }

    TasklistPage claim() {
        Locator claim = page.getByText("Claim", new GetByTextOptions().setExact(true));
        claim.click();
        claim.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    Locator form(String id) {
        Locator form = page.locator("#" + id);
        form.locator("table:visible").first().waitFor();
        return form;
    }

    void waitUntilGone(String household) {
        task(household).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    void startProcess(String name) {
        page.getByText("Start process", new GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator(".modal-dialog").getByText(name).first().click();
    }
}
