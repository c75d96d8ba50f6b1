package dev.headway.lifecycle.imports;

import dev.headway.contracts.ImportEvent.ImportFinished;
import dev.headway.contracts.ImportEvent.ImportStarted;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final ImportStarted STARTED = new ImportStarted("import-1", 10, NOW);
    private static final ImportFinished FINISHED = new ImportFinished("import-1", 4, 3, 2, 1, NOW);

    private final AggregateTestFixture<Import> fixture = new AggregateTestFixture<>(Import.class);

    @BeforeEach
    void setUp() {
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void an_import_starts() {
        fixture.givenNoPriorActivity().when(new StartImport("import-1", 10)).expectEvents(STARTED);
    }

    @Test
    void an_import_finishes() {
        fixture.given(STARTED)
                .when(new FinishImport("import-1", 4, 3, 2, 1))
                .expectEvents(FINISHED);
    }

    @Test
    void an_import_finishes_once() {
        fixture.given(STARTED, FINISHED)
                .when(new FinishImport("import-1", 4, 3, 2, 1))
                .expectNoEvents();
    }
}
