package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;

/** A proposal in one line of a list: its current version, what it trades in dollars, and what the newest check found. */
public record ReviewSummary(
        CaseId about,
        String householdName,
        AdviserId adviser,
        int version,
        String tradeHash,
        PersonId proposedBy,
        boolean decidedTradeByTrade,
        int trades,
        BigDecimal amount,
        int infos,
        int warnings,
        List<String> blocks,
        List<String> signedBy) {}
