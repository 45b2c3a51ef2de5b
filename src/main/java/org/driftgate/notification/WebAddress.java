package org.driftgate.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where people open Driftgate; links in mails start here. */
@ConfigurationProperties("driftgate.web")
record WebAddress(@DefaultValue("http://localhost:8080") String baseUrl) {

    String frontPage() {
        return baseUrl + "/";
    }

    String ofCase(CaseId about) {
        return baseUrl + "/cases/" + encoded(about.value());
    }

    String ofRun(RunId run) {
        return baseUrl + "/?run=" + encoded(run.value());
    }

    String ofRun(RunId run, AdviserId adviser) {
        return ofRun(run) + "&adviser=" + encoded(adviser.value());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
