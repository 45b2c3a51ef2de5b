package org.driftgate.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.driftgate.review.RevokeApproval;
import org.driftgate.run.CaseState;
import org.driftgate.run.RebalancingCase;
import org.driftgate.security.Groups;
import org.driftgate.trading.ReleaseOrders;
import org.springframework.stereotype.Component;

/** Offers the way back from an approval to those who may take it, as long as nothing is claimed. */
@Component
class UndoOffers {

    private static final Set<CaseState> BEFORE_SENDING =
            Set.of(CaseState.IN_TAX_REVIEW, CaseState.AWAITING_CONSENT, CaseState.WAITING_FOR_RELEASE);

    private final RevokeApproval revoke;
    private final ReleaseOrders release;
    private final Clock clock;

    UndoOffers(RevokeApproval revoke, ReleaseOrders release, Clock clock) {
        this.revoke = revoke;
        this.release = release;
        this.clock = clock;
    }

    Optional<UndoOffer> of(RebalancingCase about, Viewer viewer) {
        if (!BEFORE_SENDING.contains(about.state()) || !mayTakeBack(about, viewer)) return Optional.empty();
        return revoke.open(about.id()).map(open -> offer(about, open));
    }

    private boolean mayTakeBack(RebalancingCase about, Viewer viewer) {
        return viewer.authorities().contains(Groups.COMPLIANCE) || revoke.isApprover(about.id(), viewer.person());
    }

    private UndoOffer offer(RebalancingCase about, RevokeApproval.Open open) {
        Instant earliest = release.schedule(about.id());
        return new UndoOffer(
                open.version(),
                open.tradeHash(),
                open.approvedBy().value(),
                earliest.isAfter(clock.instant()) ? earliest : null);
    }
}
