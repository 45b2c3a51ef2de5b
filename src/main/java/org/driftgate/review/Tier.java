package org.driftgate.review;

/** Who signs; one person never satisfies two. */
public enum Tier {
    ADVISER("the household's adviser"),
    COMPLIANCE("a compliance reviewer"),
    COMPLIANCE_2("a second compliance reviewer");

    private final String label;

    Tier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
