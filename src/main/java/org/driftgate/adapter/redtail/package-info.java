/** Redtail CRM: notes and activities. */
@NullMarked
package org.driftgate.adapter.redtail;

import org.jspecify.annotations.NullMarked;
