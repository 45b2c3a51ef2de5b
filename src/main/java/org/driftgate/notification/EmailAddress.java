package org.driftgate.notification;

import java.util.regex.Pattern;

/**
 * The addresses that mail may go to: one plain ASCII address, no quoted local part, no address list, no literal host.
 * Narrower than RFC 5321 on purpose, because mail libraries have been talked into extra recipients by the rest.
 */
final class EmailAddress {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern PLAIN =
            Pattern.compile("%s(?:\\.%s)*@(?:%s\\.)+%s".formatted(ATOM, ATOM, LABEL, LABEL));

    private EmailAddress() {}

    static boolean isAcceptable(String address) {
        return address.length() <= 254
                && address.indexOf('@') <= 64
                && PLAIN.matcher(address).matches();
    }
}
