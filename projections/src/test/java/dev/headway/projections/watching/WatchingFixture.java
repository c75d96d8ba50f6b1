package dev.headway.projections.watching;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.outbox.Outbox;
import dev.headway.projections.chat.outbox.WhenAlertRaisedThenTellChat;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.scheduling.FixedDelayTasks;
import dev.headway.projections.watching.alerts.AlertAnswerTable;
import dev.headway.projections.watching.alerts.AlertCounters;
import dev.headway.projections.watching.alerts.AlertGauges;
import dev.headway.projections.watching.alerts.AlertLifecycle;
import dev.headway.projections.watching.alerts.AlertResponseProjection;
import dev.headway.projections.watching.alerts.AlertTable;
import dev.headway.projections.watching.alerts.AlertTimers;
import dev.headway.projections.watching.alerts.OpenAlerts;
import dev.headway.projections.watching.sweep.Sweep;
import dev.headway.projections.watching.sweep.SweepSchedule;
import dev.headway.projections.watching.tracking.DueWatches;
import dev.headway.projections.watching.tracking.MoversInHistory;
import dev.headway.projections.watching.tracking.ProgramInForce;
import dev.headway.projections.watching.tracking.RunningImports;
import dev.headway.projections.watching.tracking.WatchTable;
import dev.headway.projections.watching.tracking.WatchedPartnershipTable;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Everything that watches, put together over a database, as the application does it. */
public final class WatchingFixture {

    private final JdbcClient database;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ProjectionProcessors reading;
    private final Sweep sweep;
    private final OpenAlerts openAlerts;
    private final WatchedPartnershipTable partnerships;
    private final ProgramInForce program;

    public record AlertRow(
            String partnershipName,
            String rule,
            String subject,
            String about,
            String status,
            boolean late,
            String anchorEventId,
            Instant raisedAt,
            Instant dueAt,
            @Nullable String resolvedBy) {}

    public WatchingFixture(DataSource source, AllianceFixture alliance, String... channels) {
        this(source, alliance, alliance.clock, channels);
    }

    /**
     * @param clock what the sweep looks at
     */
    public WatchingFixture(
            DataSource source, AllianceFixture alliance, Clock clock, String... channels) {
        this.database = JdbcClient.create(source);
        var transactions = new JdbcTransactionManager(source);
        var imports = new RunningImports(database);
        var watches = new WatchTable(database);
        var alerts = new AlertTable(database);
        this.partnerships =
                new WatchedPartnershipTable(
                        database, watches, alliance.criteria, new MoversInHistory(alliance.events));
        this.program = new ProgramInForce(database, watches, BusinessCalendar.WEEKDAYS_UTC);
        var projection =
                new WatchedPartnerships(
                        partnerships,
                        program,
                        imports,
                        new AlertResponseProjection(new AlertAnswerTable(database)));
        this.reading = ProcessorsForTests.loop(source, alliance.events, projection);
        var due = new DueWatches(database);
        this.openAlerts = new OpenAlerts(database, imports, due);
        var chat = new WhenAlertRaisedThenTellChat(new Outbox(database), List.of(channels));
        var alertMeters = new AlertCounters(meters);
        this.sweep =
                new Sweep(
                        clock,
                        alliance.events,
                        due,
                        new AlertLifecycle(
                                database,
                                chat,
                                due,
                                alerts,
                                new AlertTimers(
                                        alerts, BusinessCalendar.WEEKDAYS_UTC, chat, alertMeters),
                                alertMeters),
                        new Positions(database),
                        imports,
                        transactions,
                        meters);
    }

    public WatchedPartnershipTable partnerships() {
        return partnerships;
    }

    public ProgramInForce program() {
        return program;
    }

    /** Reads what was stored, and looks at what is due. */
    public void watch() {
        read();
        sweep.run();
    }

    /** Reads what was stored, and looks at nothing. */
    public void read() {
        reading.catchUp();
    }

    /** Looks at what is due without having read what was stored. */
    public void sweepOnly() {
        sweep.run();
    }

    /** Looks at what is due by itself, once it is started. */
    public FixedDelayTasks sweeping() {
        return new SweepSchedule().sweeping(sweep, new AlertGauges(database, meters), true);
    }

    /** Reads by itself until it is closed. */
    public Reading reading() {
        reading.start();
        return reading::stop;
    }

    /** What reads by itself. */
    public interface Reading extends AutoCloseable {
        @Override
        void close();
    }

    public void rebuild() {
        reading.rebuild("watching");
    }

    public List<AlertRow> alerts() {
        return database.sql(
                        """
                        select partnership_name, rule, subject, about, status, late, anchor_event_id,
                               raised_at, due_at, resolved_by
                        from   alert
                        order by raised_at, partnership_name, rule, subject
                        """)
                .query(new DataClassRowMapper<>(AlertRow.class))
                .list();
    }

    /** How often somebody was to be told. */
    public int told() {
        return database.sql("select count(*) from chat_outbox").query(Integer.class).single();
    }

    /** How often somebody was to be told for a reason. */
    public int told(String occasion) {
        return database.sql("select count(*) from chat_outbox where occasion = :occasion")
                .param("occasion", occasion)
                .query(Integer.class)
                .single();
    }

    public OpenAlerts openAlerts() {
        return openAlerts;
    }
}
