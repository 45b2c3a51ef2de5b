/** Outgoing mail over SMTP, from the adviser's own account. */
@NullMarked
package org.driftgate.adapter.mail;

import org.jspecify.annotations.NullMarked;
