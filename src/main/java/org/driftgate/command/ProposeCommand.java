package org.driftgate.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.driftgate.adapter.book.BookCheck;
import org.driftgate.adapter.book.BookFolder;
import org.driftgate.adapter.book.BookFolder.Answer.Refused;
import org.driftgate.adapter.book.BookFolder.Opening;
import org.driftgate.adapter.book.HouseholdBook;
import org.driftgate.rebalancing.household.PolicyAnswer;
import org.driftgate.rebalancing.household.PolicyFile;
import org.driftgate.rebalancing.household.ProposalPolicy;
import org.driftgate.rebalancing.household.ProposeHousehold;

/** The command {@code propose}: reads a book, proposes for every household, writes four files or nothing. */
public final class ProposeCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;

    public ProposeCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code: 0 written, 1 refused, 2 called otherwise than the usage says. */
    public int run(String[] arguments) {
        Optional<ProposeArguments> parsed = ProposeArguments.parse(arguments);
        if (parsed.isEmpty()) {
            out.println(ProposeArguments.USAGE);
            return MISUSED;
        }
        ProposeArguments given = parsed.get();
        PolicyAnswer policy = given.policy() == null
                ? new PolicyAnswer.Accepted(ProposalPolicy.STANDARD)
                : new PolicyFile(given.policy()).read();
        if (policy instanceof PolicyAnswer.Refused refused) return refuse(refused);
        if (!Files.isDirectory(given.book())) {
            out.println(given.book() + " is not a folder");
            return REFUSED;
        }
        Optional<String> refusal = refusal(given);
        if (refusal.isPresent()) {
            out.println(refusal.get() + "; nothing was written");
            return REFUSED;
        }
        return read(given, ((PolicyAnswer.Accepted) policy).policy());
    }

    private static Optional<String> refusal(ProposeArguments given) {
        try {
            return OutputFolder.refusal(given.out(), given.book(), ProposalFiles.names());
        } catch (IOException e) {
            return Optional.of("%s cannot be looked at: %s".formatted(given.out(), e.getMessage()));
        }
    }

    /** As {@link #run}, in a process of its own where this one would take more memory than the book needs. */
    public int runInFittingHeap(String[] arguments) {
        Optional<ProposeArguments> given = ProposeArguments.parse(arguments);
        if (given.isEmpty() || !Files.isDirectory(given.get().book())) return run(arguments);
        try {
            OptionalInt code = FittingHeap.call(given.get().book());
            return code.isPresent() ? code.getAsInt() : run(arguments);
        } catch (IOException e) {
            out.printf(
                    "a process for %s cannot be started: %s; nothing was written%n",
                    given.get().book(), e.getMessage());
            return REFUSED;
        }
    }

    private int refuse(PolicyAnswer.Refused refused) {
        refused.findings().forEach(out::println);
        out.printf("the policy is refused, findings: %d%n", refused.findings().size());
        return REFUSED;
    }

    private int read(ProposeArguments given, ProposalPolicy policy) {
        var stopwatch = new Stopwatch();
        Opening opening = new BookFolder(given.book()).open();
        if (opening instanceof Refused refused) {
            BookCheck.print(given.book(), refused, out);
            return REFUSED;
        }
        stopwatch.lap("reading");
        return write(((Opening.Opened) opening).book(), given.out(), policy, stopwatch);
    }

    private int write(HouseholdBook book, Path folder, ProposalPolicy policy, Stopwatch stopwatch) {
        var totals = new ProposalTotals();
        var proposals = new ProposeHousehold(policy, book.market(), book.asOf());
        try (var files = new ProposalFiles(folder)) {
            new ProposalRun(book, proposals).run(rows -> {
                files.add(rows);
                totals.add(rows);
            });
            files.publish();
        } catch (IOException | UncheckedIOException e) {
            out.printf("%s cannot be written: %s; nothing was written%n", folder, OutputFolder.words(e));
            return REFUSED;
        }
        stopwatch.lap("proposing");
        totals.print(book, folder, out);
        stopwatch.print(out);
        return DONE;
    }
}
