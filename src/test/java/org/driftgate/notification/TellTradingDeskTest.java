package org.driftgate.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.driftgate.shared.SystemFault;
import org.driftgate.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TellTradingDeskTest extends OutsideWorld {

    private final TellTradingDesk tell;
    private final JdbcClient jdbc;
    private int before;

    TellTradingDeskTest(TellTradingDesk tell, JdbcClient jdbc) {
        this.tell = tell;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        before = newestId();
    }

    @Test
    void tellsOnceOfReportsThatBelongToNoCase() {
        quarantined("order 70000001", null);
        quarantined("order 70000002", null);
        quarantined("order 70000003", "R20261120-1.H1");

        tell.ofStrayReports();
        tell.ofStrayReports();

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.path("deliveredTo").asText()).isEqualTo("trading@firm.example");
            assertThat(mail.path("subject").asText()).isEqualTo("Executions that fit no order");
            assertThat(part(mail, "text").replaceAll("\\s+", " "))
                    .contains("schwab reported SELL SPY in account 10000001, its order 70000001.")
                    .contains("its order 70000002", "unknown order")
                    .doesNotContain("70000003");
        });
        assertThat(jdbc.sql("select count(*) from audit.entry where event = 'TRADING_DESK_TOLD'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        quarantined("order 70000004", null);
        tell.ofStrayReports();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void tellsLaterWhenTheMailServerWasDown() {
        quarantined("order 70000001", null);
        fault("mail", "", "SERVER_ERROR", "", 1);

        assertThatThrownBy(tell::ofStrayReports)
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("retrying is safe");
        tell.ofStrayReports();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void saysNothingWhenThereIsNothing() {
        tell.ofStrayReports();

        assertThat(mails()).isEmpty();
    }

    private void quarantined(String source, @Nullable String about) {
        jdbc.sql("""
                insert into driftgate.execution_quarantine (custodian, source_id, case_id, reason, content, received_at)
                values ('schwab', :source, :case, 'unknown order', cast(:content as jsonb), '2026-11-20T15:00Z')""")
                .param("source", source)
                .param("case", about)
                .param("content", """
                        {"reference": "%s", "account": "10000001", "symbol": "SPY", "side": "SELL"}""".formatted(source.substring("order ".length())))
                .update();
    }

    private List<JsonNode> mails() {
        return mailSince(before).stream()
                .filter(mail -> !mail.path("deliveredTo").asText().equals("journal@firm.example"))
                .toList();
    }
}
