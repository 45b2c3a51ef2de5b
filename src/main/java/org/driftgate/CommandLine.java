package org.driftgate;

import org.driftgate.adapter.book.BookCheck;
import org.driftgate.command.ProposeCommand;

/** The commands that need no running application: {@code book check DIR} and {@code propose --book DIR --out DIR}. */
final class CommandLine {

    private CommandLine() {}

    static boolean isCommand(String[] arguments) {
        return isPropose(arguments)
                || arguments.length >= 2 && arguments[0].equals("book") && arguments[1].equals("check");
    }

    private static boolean isPropose(String[] arguments) {
        return arguments.length >= 1 && arguments[0].equals("propose");
    }

    /** The exit code: 0 when all is well, 1 when something was refused, 2 after a wrong call. */
    static int run(String[] arguments) {
        return isPropose(arguments)
                ? new ProposeCommand(System.out).runInFittingHeap(arguments)
                : BookCheck.run(arguments, System.out);
    }
}
