package org.driftgate.notification;

/** Why a mail is written; the template carries its name. */
enum MailKind {
    CLIENT_NOTICE("client-notice", false),
    WRITE_BY_HAND("write-by-hand", true),
    ADVISER_ALERT("adviser-alert", true),
    ADMINISTRATOR_ALERT("administrator-alert", true),
    OPERATIONS_ALERT("operations-alert", true),
    REVIEW_REMINDER("review-reminder", true),
    REVIEW_ESCALATION("review-escalation", true),
    ADVISER_SUMMARY("adviser-summary", true);

    private final String template;
    private final boolean internal;

    MailKind(String template, boolean internal) {
        this.template = template;
        this.internal = internal;
    }

    String template() {
        return template;
    }

    /** Inside the firm a second copy does no harm and a missing one does; to a client it is the other way round. */
    boolean isInternal() {
        return internal;
    }
}
