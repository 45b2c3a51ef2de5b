package org.driftgate.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;

/** The form of the tax review in Tasklist. */
final class TaxForm {

    private final Locator form;
    private final Locator sale;

    TaxForm(TasklistPage tasklist) {
        form = tasklist.form("dg-tax");
        Screens.picture(tasklist.page(), "08-tax-lots", 1500);
        sale = form.locator("section.sale").first();
    }

    /** Other lots for the first sale; the effect is told before anything is saved. */
    void weighsLongTermFirst() {
        sale.locator("[data-order=LONG_TERM]").click();
        assertThat(form.locator("#dg-effect")).containsText("than with the lots in force");
    }

    /** The lots in force again, and the tax that is shown for them. */
    BigDecimal takesHighestCostFirst() {
        sale.locator("[data-order=HIGHEST_COST]").click();
        assertThat(sale.locator("[data-balance]")).containsText("lots add up");
        assertThat(form.locator("#dg-effect")).containsText("as with the lots in force");
        String shown = form.locator("#dg-tax-now").innerText();
        return new BigDecimal(shown.replaceAll("[$,]", "").replace('\u2212', '-'));
    }

    void save(String note) {
        form.locator("#dg-note").fill(note);
        form.locator("#dg-tax-save").click();
    }
}
