package org.driftgate.adapter.book;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command {@code book check DIR}: prints every finding, or one line about a good book. */
public final class BookCheck {

    private static final int GOOD = 0;
    private static final int WRONG = 1;
    private static final int MISUSED = 2;

    private BookCheck() {}

    /** Returns the exit code: 0 good, 1 refused, 2 called with other arguments than {@code book check DIR}. */
    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 3 || !arguments[0].equals("book") || !arguments[1].equals("check")) {
            out.println("usage: java -jar driftgate.jar book check DIR");
            return MISUSED;
        }
        Path folder = Path.of(arguments[2]);
        if (!Files.isDirectory(folder)) {
            out.println(folder + " is not a folder");
            return WRONG;
        }
        return report(folder, out);
    }

    private static int report(Path folder, PrintStream out) {
        BookFolder.Answer answer = new BookFolder(folder).read();
        if (answer instanceof BookFolder.Answer.Refused refused) {
            print(folder, refused, out);
            return WRONG;
        }
        BookRows rows = ((BookFolder.Answer.Accepted) answer).rows();
        out.printf(
                "%s is good: %d households, %d accounts, %d lots, %d securities as of %s%n",
                folder,
                rows.households().size(),
                rows.accounts().size(),
                rows.lots().size(),
                rows.securities().size(),
                rows.asOf());
        return GOOD;
    }

    /** Every finding, and how many there are. */
    public static void print(Path folder, BookFolder.Answer.Refused refused, PrintStream out) {
        refused.findings().forEach(out::println);
        out.printf("%s is refused, findings: %d%n", folder, refused.count());
    }
}
