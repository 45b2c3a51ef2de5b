package org.driftgate.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.PersonId;

/** What may be sent, not before and not after: a version with its verdict, and per line the lots in force (the tax reviewer's where there are any). */
public record ApprovedVersion(
        ProposalVersion version,
        UUID verdict,
        PersonId approvedBy,
        PersonId recommendedBy,
        Instant notBefore,
        Instant expiresAt,
        String lotHash,
        Map<Integer, List<LotSale>> lots) {}
