package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of how many partnerships would the gate ahead ask a criterion that a program adds? */
@Component
public class WhoWouldBeAsked {

    private final JdbcClient database;

    public WhoWouldBeAsked(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param asked those that stand before its gate and execute one of its patterns, or none yet
     */
    public record AskedOf(String criterion, long asked) {}

    /** Those that stand in a stage with a pattern. */
    private record Standing(Stage stage, @Nullable String pattern, long count) {}

    public List<AskedOf> of(List<OwnCriterion> criteria) {
        var standing =
                database.sql(
                                """
                                select   stage, pattern, count(*) as count
                                from     portfolio
                                where    stage <> 'SUNSET'
                                and      not voided
                                group by stage, pattern
                                """)
                        .query(
                                (row, _) ->
                                        new Standing(
                                                Stage.valueOf(row.getString("stage")),
                                                row.getString("pattern"),
                                                row.getLong("count")))
                        .list();
        return criteria.stream()
                .map(
                        own ->
                                new AskedOf(
                                        own.id(),
                                        standing.stream()
                                                .filter(each -> isBefore(each.stage(), own))
                                                .filter(each -> own.isAskedOf(each.pattern()))
                                                .mapToLong(Standing::count)
                                                .sum()))
                .toList();
    }

    /** Any stage but the end stands before the end. */
    private static boolean isBefore(Stage stage, OwnCriterion own) {
        var gate = Stage.valueOf(own.gate());
        return gate == Stage.SUNSET || stage.ordinal() + 1 == gate.ordinal();
    }
}
