package org.driftgate.platform;

import org.driftgate.adapter.book.BookRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the findings of a refused book instead of a stack trace. */
final class BookRefusedAnalyzer extends AbstractFailureAnalyzer<BookRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BookRefused refused) {
        String action =
                "Correct these files, look at them again with 'java -jar driftgate.jar book check %s', then start."
                        .formatted(refused.folder());
        return new FailureAnalysis(refused.getMessage(), action, refused);
    }
}
