package dev.headway.projections.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Boot prints the message instead of a stack trace; found through {@code spring.factories}. */
class EmbeddedPostgresFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Put that right and run again, or use a database of your own: SPRING_DATASOURCE_URL.",
                cause);
    }
}
