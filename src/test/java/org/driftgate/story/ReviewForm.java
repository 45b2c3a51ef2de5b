package org.driftgate.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;

/** The reviewer's form inside Tasklist. */
final class ReviewForm {

    private final Locator form;

    ReviewForm(TasklistPage tasklist) {
        this.form = tasklist.form("dg-review");
    }

    /** Allocation, trades with lots and reasons, tax, restrictions, accounts considered and not. */
    void showsEverything() {
        for (String part : List.of("#dg-allocation", "#dg-trades", "#dg-tax-units", "#dg-restrictions", "#dg-accounts"))
            assertThat(form.locator(part)).isVisible();
        for (String column : List.of("Current", "Target", "Proposed"))
            assertThat(form.locator("#dg-allocation thead")).containsText(column);
        form.locator("#dg-accounts > summary").click();
        assertThat(form.locator("#dg-accounts")).containsText("Not considered");
        form.locator("#dg-trades summary:has-text(\"of line\")").first().click();
        assertThat(form.locator("#dg-trades")).containsText("Unit cost");
        assertThat(form.locator("#dg-trades tr.more").first()).containsText("target");
        showsHowGoodItIs();
    }

    /** Why the household is due, and the proposal beside our own, the bound and the greedy answer. */
    private void showsHowGoodItIs() {
        assertThat(form.locator(".why")).containsText("Basis: a class beyond its band");
        form.locator("#dg-analysis > summary").click();
        for (String figure : List.of("These orders", "No plan below", "Greedy plan", "Netted tax", "Policy"))
            assertThat(form.locator("#dg-analysis dl")).containsText(figure);
    }

    /** Takes a share from the first buy and waits for the server's figures; returns what is left. */
    int buyOneShareLess() {
        Locator line = form.locator("#dg-trades tr.main:has(.side.buy)").first();
        Locator quantity = line.locator("input[data-quantity]");
        int less = Integer.parseInt(quantity.inputValue()) - 1;
        quantity.fill("" + less);
        line.locator("input[data-reason]").fill("one share less keeps the reserve");
        assertThat(form.locator("#dg-status")).containsText("Recalculated");
        return less;
    }

    Locator part(String id) {
        return form.locator("#" + id);
    }

    void approve() {
        part("dg-approve").click();
    }

    void override(String rule) {
        form.locator("[data-override=" + rule + "]").click();
    }

    void approveWithChanges() {
        form.locator("#dg-approve-changes").click();
    }

    void reason(String text) {
        form.locator("#dg-reason").fill(text);
    }
}
