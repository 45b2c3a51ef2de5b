package org.driftgate.adapter.mail;

import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The firm's submission server. Accounts, addresses and the journal are under the same prefix. */
@ConfigurationProperties("driftgate.mail")
record MailServer(
        @DefaultValue("localhost") String host,
        @DefaultValue("587") int port,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout) {

    /** STARTTLS is required, not tried; NONE is for the simulated server. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.connectiontimeout", milliseconds(connectTimeout));
        properties.setProperty("mail.smtp.timeout", milliseconds(readTimeout));
        properties.setProperty("mail.smtp.writetimeout", milliseconds(readTimeout));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
        properties.setProperty("mail.mime.address.strict", "true");
        return properties;
    }

    private static String milliseconds(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
