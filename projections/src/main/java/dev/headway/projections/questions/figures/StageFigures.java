package dev.headway.projections.questions.figures;

import dev.headway.contracts.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The funnel, and how long partnerships stay in each stage. */
@Component
class StageFigures {

    private final JdbcClient database;

    StageFigures(JdbcClient database) {
        this.database = database;
    }

    /**
     * One stage.
     *
     * @param now partnerships that are in it
     * @param reached partnerships that ever were
     * @param conversion the share of those in the stage before that reached this one; null for
     *     PROSPECT and SUNSET, which come after no stage in particular, and where nobody could
     */
    record InStage(
            Stage stage,
            long now,
            long reached,
            @Nullable BigDecimal conversion,
            MedianDays medianDays) {}

    /**
     * Days of 24 hours, over the partnerships that ever were in the stage; a present stay counts
     * until now.
     *
     * @param latest of the latest stay of each
     * @param cumulative of all stays of each
     */
    record MedianDays(@Nullable BigDecimal latest, @Nullable BigDecimal cumulative) {}

    private record StageRow(
            String stage, long now, long reached, BigDecimal latest, BigDecimal cumulative) {}

    /** All five stages, in the order in which they are lived. */
    List<InStage> at(Instant now) {
        var rows = new EnumMap<Stage, StageRow>(Stage.class);
        inStages(now).forEach(each -> rows.put(Stage.valueOf(each.stage()), each));
        var figures = new ArrayList<InStage>();
        var before = 0L;
        for (var stage : Stage.values()) {
            var each = rows.get(stage);
            var reached = each == null ? 0 : each.reached();
            figures.add(
                    new InStage(
                            stage,
                            each == null ? 0 : each.now(),
                            reached,
                            stage.isActive() ? share(reached, before) : null,
                            new MedianDays(
                                    each == null ? null : each.latest(),
                                    each == null ? null : each.cumulative())));
            before = reached;
        }
        return figures;
    }

    /** How much some are of all, to four digits; null of none. */
    static @Nullable BigDecimal share(long some, long all) {
        return all == 0
                ? null
                : BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
    }

    private List<StageRow> inStages(Instant now) {
        return database.sql(
                        """
                        with lasting as (
                            select partnership_id, stage, version,
                                   left_at is null as present,
                                   extract(epoch from greatest(coalesce(left_at, :now), entered_at)
                                                      - entered_at) / 86400 as days
                            from   stage_stay),
                        lived as (
                            select   partnership_id, stage,
                                     bool_or(present)                         as present,
                                     (array_agg(days order by version desc))[1] as latest,
                                     sum(days)                                as cumulative
                            from     lasting
                            group by partnership_id, stage)
                        select   stage,
                                 count(*) filter (where present) as now,
                                 count(*)                        as reached,
                                 round(cast(percentile_cont(0.5) within group (order by latest)
                                            as numeric), 2)      as latest,
                                 round(cast(percentile_cont(0.5) within group (order by cumulative)
                                            as numeric), 2)      as cumulative
                        from     lived
                        group by stage
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(new SimplePropertyRowMapper<>(StageRow.class))
                .list();
    }
}
