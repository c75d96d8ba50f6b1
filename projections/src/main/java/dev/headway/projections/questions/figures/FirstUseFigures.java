package dev.headway.projections.questions.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long it takes from a launch to the first customer who uses it. */
@Component
class FirstUseFigures {

    private final JdbcClient database;

    FirstUseFigures(JdbcClient database) {
        this.database = database;
    }

    /**
     * From launch to the first joint win of the same life.
     *
     * @param launches of every life the first
     * @param used how many of them a customer has used
     * @param medianDays negative where most were proved before they were launched
     */
    record FirstUse(int launches, int used, @Nullable BigDecimal medianDays) {}

    FirstUse firstUse() {
        return database.sql(
                        """
                        select count(*)            as launches,
                               count(first_use_at) as used,
                               round(cast(percentile_cont(0.5) within group
                                              (order by extract(epoch from first_use_at - launched_at)
                                                        / 86400)
                                          as numeric), 2) as median_days
                        from   launch
                               join life_figures using (partnership_id, life)
                        """)
                .query(FirstUse.class)
                .single();
    }
}
