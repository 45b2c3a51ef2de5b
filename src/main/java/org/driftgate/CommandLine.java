package org.driftgate;

import org.driftgate.adapter.book.BookCheck;

/** The commands that need no running application: {@code book check DIR}. */
final class CommandLine {

    private CommandLine() {}

    static boolean isCommand(String[] arguments) {
        return arguments.length >= 2 && arguments[0].equals("book") && arguments[1].equals("check");
    }

    /** The exit code: 0 when the book may be loaded. */
    static int run(String[] arguments) {
        return BookCheck.run(arguments, System.out);
    }
}
