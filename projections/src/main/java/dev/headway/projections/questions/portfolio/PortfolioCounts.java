package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many partnerships of each stage the list has under its filters: all read, none shown. */
@Component
class PortfolioCounts {

    private final JdbcClient database;

    PortfolioCounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * How many there are.
     *
     * @param stages by stage, in the order in which they are lived; every stage is there
     */
    record Counts(int total, Map<Stage, Integer> stages) {}

    Counts of(PortfolioFilters filters, Thresholds thresholds, Instant now) {
        var stages = new EnumMap<Stage, Integer>(Stage.class);
        for (var stage : Stage.values()) {
            stages.put(stage, 0);
        }
        var listed = filters.listedStages();
        if (!listed.isEmpty()) {
            var conditions = filters.conditions(thresholds, now);
            var scope = PortfolioSearch.scope(database, filters, now);
            scope.parameters().forEach(conditions::with);
            scope.conditions().forEach(conditions::and);
            var counts =
                    listed.stream()
                            .map(stage -> count(filters, stage, scope, conditions.sql()))
                            .collect(Collectors.joining("union all\n"));
            database.sql(scope.with() + counts)
                    .params(conditions.parameters())
                    .query(
                            row -> {
                                stages.put(
                                        Stage.valueOf(row.getString("stage")),
                                        row.getInt("partnerships"));
                            });
        }
        return new Counts(stages.values().stream().mapToInt(Integer::intValue).sum(), stages);
    }

    private static String count(
            PortfolioFilters filters, Stage stage, PortfolioSearch.Scope scope, String conditions) {
        var needsClock = SortBranch.clockMatters(filters, stage);
        var clock =
                needsClock
                        ? "join %1$s on %1$s.partnership_id = p.partnership_id"
                                .formatted(GhostClockJoin.TABLE)
                        : "";
        return """
               select '${stage}' as stage, count(*) as partnerships
               from   ${from} ${clock}
               where  ${conditions}
               and    ${listed}
               """
                .replace("${stage}", stage.name())
                .replace("${from}", scope.from())
                .replace("${clock}", clock)
                .replace("${conditions}", conditions)
                .replace("${listed}", SortBranch.isListed(filters, stage, needsClock));
    }
}
