package org.driftgate.notification;

import java.util.Optional;
import org.driftgate.notification.MailLedger.Claim;
import org.driftgate.notification.Mailer.Delivery;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a letter once though its job repeats: claimed in a committed row before the network is touched. After a clear
 * failure it is sent again; after silence a letter to a client is not, because two are worse than one that a person checks.
 */
@Component
class PostOffice {

    private final MailLedger ledger;
    private final Mailer mailer;

    PostOffice(MailLedger ledger, Mailer mailer) {
        this.ledger = ledger;
        this.mailer = mailer;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Delivery send(Letter letter) {
        if (!ledger.lock(letter.messageId())) throw inOtherHands(letter);
        Optional<Delivery> known = ledger.outcome(letter.messageId());
        if (known.isPresent()) return known.get();
        return ledger.claim(letter).map(claim -> attempt(letter, claim)).orElseGet(() -> leaveInDoubt(letter));
    }

    private Delivery attempt(Letter letter, Claim claim) {
        Delivery delivery = deliver(letter, claim);
        if (!(delivery instanceof Delivery.Accepted) && letter.kind().isInternal())
            throw notDelivered(letter, claim, delivery);
        ledger.finish(letter.messageId(), delivery);
        return delivery;
    }

    private Delivery deliver(Letter letter, Claim claim) {
        try {
            return mailer.send(claim.mail());
        } catch (SystemFault fault) {
            ledger.failed(letter.messageId(), claim.n(), String.valueOf(fault.getMessage()));
            throw new SystemFault(fault.system(), fault.operation(), explain(letter, fault), fault);
        }
    }

    private Delivery leaveInDoubt(Letter letter) {
        var doubt = new Delivery.InDoubt("an earlier attempt ended without an answer of the mail server");
        ledger.finish(letter.messageId(), doubt);
        return doubt;
    }

    /** A firm's own mailbox that refuses is a fault to be repaired, not a fact to be recorded. */
    private SystemFault notDelivered(Letter letter, Claim claim, Delivery delivery) {
        String problem = delivery instanceof Delivery.Refused refused
                ? "refused by the mail server: " + refused.serverReply()
                : "no answer of the mail server";
        ledger.failed(letter.messageId(), claim.n(), problem);
        return new SystemFault("mail", "send", explain(letter, problem));
    }

    private static SystemFault inOtherHands(Letter letter) {
        return new SystemFault(
                "mail", "send", "%s is being sent by another job; retry later".formatted(letter.messageId()));
    }

    private static Object subject(Letter letter) {
        if (letter.about() != null) return letter.about();
        return letter.run() == null ? "the firm" : letter.run();
    }

    private static String explain(Letter letter, Object problem) {
        return "%s to %s about %s was not accepted; retrying is safe, it goes out once. %s"
                .formatted(
                        letter.kind().template(),
                        letter.to().address(),
                        subject(letter),
                        problem instanceof SystemFault fault ? fault.detail() : problem);
    }
}
