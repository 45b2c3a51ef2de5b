/** The neutral CSV book: reads, checks, and refuses whole with every finding. */
@NullMarked
package org.driftgate.adapter.book;

import org.jspecify.annotations.NullMarked;
