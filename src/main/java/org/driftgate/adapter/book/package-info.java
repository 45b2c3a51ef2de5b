/** The neutral CSV book: reads, checks, and refuses whole with every finding. */
@NullMarked
@NamedInterface("book")
package org.driftgate.adapter.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
