package dev.headway.projections.processing;

import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.deadletters.DeadLetterTable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where every projection keeps what it could not work in. */
@Component
class ProjectionLetters {

    private final DeadLetterTable table;
    private final DeadLetterQueries queries;
    private final int atMost;

    /**
     * @param atMost how many streams a projection may park before it stands still
     */
    ProjectionLetters(
            DeadLetterTable table,
            DeadLetterQueries queries,
            @Value("${headway.reading.dead-letters:1000}") int atMost) {
        this.table = table;
        this.queries = queries;
        this.atMost = atMost;
    }

    /** Those of the projection, or the rebuild, of this name. */
    Letters of(String name) {
        return new Letters(name, table, queries, atMost);
    }
}
