/** Schwab Advisor Services: validate, submit, status, transactions. */
@NullMarked
package org.driftgate.adapter.schwab;

import org.jspecify.annotations.NullMarked;
