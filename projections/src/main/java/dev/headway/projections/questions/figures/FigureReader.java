package dev.headway.projections.questions.figures;

import dev.headway.contracts.Stage;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.questions.figures.PartnershipFigures.Approver;
import dev.headway.projections.questions.figures.PartnershipFigures.GrantedWaiver;
import dev.headway.projections.questions.figures.PartnershipFigures.Life;
import dev.headway.projections.questions.figures.PartnershipFigures.Stay;
import dev.headway.projections.tables.RowJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what partnerships add to the figures, of everybody or of a few. */
@Component
class FigureReader {

    private final JdbcClient database;

    FigureReader(JdbcClient database) {
        this.database = database;
    }

    /**
     * By id.
     *
     * @param partnerships null for everybody
     */
    Map<String, PartnershipFigures> read(@Nullable Collection<String> partnerships) {
        var which =
                new Conditions()
                        .and(
                                "partnership_id = any(:ids)",
                                "ids",
                                partnerships == null ? null : partnerships.toArray(String[]::new));
        var lives = byPartnership(LIVES, which, FigureReader::life);
        var launches = byPartnership(LAUNCHES, which, FigureReader::launch);
        var figures = new HashMap<String, PartnershipFigures>();
        byPartnership(STAYS, which, FigureReader::stay)
                .forEach(
                        (id, stays) ->
                                figures.put(
                                        id,
                                        new PartnershipFigures(
                                                id,
                                                stays,
                                                lives.getOrDefault(id, List.of()),
                                                launches.getOrDefault(id, List.of()).stream()
                                                        .map(each -> each.sampled(stays))
                                                        .toList())));
        return figures;
    }

    private static final String STAYS =
            """
            select   partnership_id, stage, entered_at, left_at
            from     stage_stay
            where    ${which}
            order by partnership_id, version
            """;

    private static final String LIVES =
            """
            select   partnership_id, life, stage, coalesce(classification, '') = 'STRATEGIC' as strategic,
                     bend_delivered, claim_due_on, claim_settled, first_use_at,
                     announced_on, followed_at,
                     nullif(waivers, '[]') as waivers
            from     life_figures
            where    ${which}
            order by partnership_id, life
            """;

    /** Instants in microseconds, as there are ten of them in each row. */
    private static final String LAUNCHES =
            """
            select   partnership_id, life, launched_at, ended_at,
                     array(select   (select cast(extract(epoch from max(at)) * 1000000 as bigint)
                                     from   motion
                                     where  motion.partnership_id = launch.partnership_id
                                     and    at <= launched_at + day * interval '24 hours')
                           from     generate_series(0, 90, 10) as day
                           order by day) as moved_at
            from     launch
            where    ${which}
            order by partnership_id, life
            """;

    private <T> Map<String, List<T>> byPartnership(
            String statement, Conditions which, RowMapper<T> rows) {
        var found = new HashMap<String, List<T>>();
        database.sql(statement.replace("${which}", which.sql()))
                .params(which.parameters())
                .query(
                        (row, number) ->
                                found.computeIfAbsent(
                                                row.getString("partnership_id"),
                                                _ -> new ArrayList<>(2))
                                        .add(Objects.requireNonNull(rows.mapRow(row, number))))
                .list();
        return found;
    }

    private static Stay stay(ResultSet row, int number) throws SQLException {
        return new Stay(
                Stage.valueOf(row.getString("stage")),
                Objects.requireNonNull(instant(row, "entered_at")),
                instant(row, "left_at"));
    }

    private static Life life(ResultSet row, int number) throws SQLException {
        return new Life(
                row.getInt("life"),
                Stage.valueOf(row.getString("stage")),
                row.getBoolean("strategic"),
                row.getBoolean("bend_delivered"),
                instant(row, "claim_due_on"),
                row.getBoolean("claim_settled"),
                instant(row, "first_use_at"),
                instant(row, "announced_on"),
                instant(row, "followed_at"),
                granted(row.getString("waivers")));
    }

    private static List<GrantedWaiver> granted(@Nullable String waivers) {
        return waivers == null
                ? List.of()
                : RowJson.readList(waivers, ExceptionFigures.Waiver.class).stream()
                        .flatMap(waiver -> Stream.ofNullable(granted(waiver)))
                        .toList();
    }

    private static @Nullable GrantedWaiver granted(ExceptionFigures.Waiver waiver) {
        var approver = Approver.of(waiver);
        return approver == null
                ? null
                : new GrantedWaiver(
                        waiver.criterion(), waiver.expiresOn(), waiver.pattern(), approver);
    }

    private static LaunchRow launch(ResultSet row, int number) throws SQLException {
        return new LaunchRow(
                row.getInt("life"),
                Objects.requireNonNull(instant(row, "launched_at")),
                instant(row, "ended_at"),
                (Long[]) row.getArray("moved_at").getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
