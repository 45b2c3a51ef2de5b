/** How the first administrator of a firm comes to be: by a token that the console shows once. */
@NullMarked
package org.driftgate.security.setup;

import org.jspecify.annotations.NullMarked;
