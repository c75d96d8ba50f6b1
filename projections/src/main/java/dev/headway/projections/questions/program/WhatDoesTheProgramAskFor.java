package dev.headway.projections.questions.program;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.tables.RowJson;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** After how long the program lets each rule be due. Other questions and the watch ask it. */
@Component
public class WhatDoesTheProgramAskFor implements Projection {

    public static final String NAME = "program";

    private final JdbcClient database;

    public WhatDoesTheProgramAskFor(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("program_threshold");
    }

    @Override
    public BatchHandler open() {
        return this::handle;
    }

    /** A policy is recorded as a whole, so only the newest in the page counts. */
    private void handle(List<RecordedEvent> page) {
        newest(page).ifPresent(this::replace);
    }

    public Thresholds thresholds() {
        return Thresholds.of(
                database.sql("select rule, stage, after from program_threshold")
                        .query(new SimplePropertyRowMapper<>(Threshold.class))
                        .list());
    }

    private static Optional<RecordedEvent> newest(List<RecordedEvent> page) {
        return page.reversed().stream()
                .filter(recorded -> recorded.event() instanceof ProgramChanged)
                .findFirst();
    }

    private void replace(RecordedEvent recorded) {
        var policy = (ProgramChanged) recorded.event();
        database.sql("delete from program_threshold where version < :version")
                .param("version", recorded.version())
                .update();
        database.sql(
                        """
                        insert into program_threshold (rule, stage, after, version)
                        select rule, stage, after, :version
                        from   jsonb_to_recordset(cast(:rows as jsonb))
                               as row (rule text, stage text, after text)
                        where  not exists (select from program_threshold where version > :version)
                        on conflict (rule, stage) do nothing
                        """)
                .param("version", recorded.version())
                .param("rows", RowJson.write(policy.thresholds()))
                .update();
    }
}
