package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Stage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many partnerships are in each stage, counted when somebody asks; the same on every node. */
@Component
class StageGauges implements MeterBinder {

    private final JdbcClient database;

    StageGauges(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var stage : Stage.values()) {
            Gauge.builder("headway.partnerships", () -> count(stage))
                    .description("Partnerships in a stage, voided ones aside")
                    .baseUnit("partnerships")
                    .tag("stage", stage.name())
                    .register(meters);
        }
    }

    private long count(Stage stage) {
        return database.sql(
                        """
                        select count(*)
                        from   portfolio
                        where  stage = :stage
                        and    not voided
                        """)
                .param("stage", stage.name())
                .query(Long.class)
                .single();
    }
}
