package org.driftgate.notification;

import java.util.Map;
import java.util.Optional;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.SystemFault;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes and who is written to. An adviser without an entry of his own gets {@code adviserPattern}, where {@code {id}}
 * stands for his id.
 */
@ConfigurationProperties("driftgate.mail")
public record Correspondence(
        @DefaultValue("Driftgate") String firmName,
        @Nullable MailAccount firm,
        @DefaultValue Map<String, MailAccount> advisers,
        @Nullable MailAccount adviserPattern,
        @Nullable String journal,
        @Nullable String compliance,
        @Nullable String tax,
        @Nullable String administrator,
        @Nullable String escalation,
        @Nullable String trading,
        @DefaultValue("driftgate.local") String messageIdDomain,
        @DefaultValue("v1") String clientNoticeVersion) {

    /** An account of the mail server that somebody sends from. */
    public record MailAccount(String address, String name, String user, String password) {

        private MailAccount of(AdviserId adviser) {
            return new MailAccount(
                    address.replace("{id}", adviser.value()),
                    name.replace("{id}", adviser.value()),
                    user.replace("{id}", adviser.value()),
                    password.replace("{id}", adviser.value()));
        }

        @Override
        public String toString() {
            return "MailAccount[address=%s, user=%s]".formatted(address, user);
        }
    }

    /** Null asks for the firm's own account. */
    public MailAccount account(@Nullable AdviserId adviser) {
        if (adviser == null) return required(firm, "firm");
        return Optional.ofNullable(advisers.get(adviser.value()))
                .or(() -> Optional.ofNullable(adviserPattern).map(pattern -> pattern.of(adviser)))
                .orElseThrow(() -> missing("advisers." + adviser.value()));
    }

    public String journalAddress() {
        return required(journal, "journal");
    }

    String complianceAddress() {
        return required(compliance, "compliance");
    }

    String taxAddress() {
        return tax == null ? complianceAddress() : tax;
    }

    String administratorAddress() {
        return required(administrator, "administrator");
    }

    /** The administrator's where the firm has no trading desk of its own. */
    String tradingAddress() {
        return trading == null ? administratorAddress() : trading;
    }

    String escalationAddress() {
        return required(escalation, "escalation");
    }

    private static <T> T required(@Nullable T value, String key) {
        if (value == null) throw missing(key);
        return value;
    }

    private static SystemFault missing(String key) {
        return new SystemFault(
                "mail",
                "address book",
                "nothing was sent because driftgate.mail.%s is not set; set it, then retry the job".formatted(key));
    }
}
