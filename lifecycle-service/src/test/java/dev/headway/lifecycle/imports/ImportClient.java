package dev.headway.lifecycle.imports;

import dev.headway.contracts.Role;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.imports.uploads.UploadFormat;
import dev.headway.testing.Caller.Answered;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Uploads files as an admin, and looks at what is stored. */
final class ImportClient {

    static final String HEADER =
            "externalKey,name,partnerName,partnerType,pattern,owner,registeredAt,pilotAt,launchAt,"
                    + "scaledAt,sunsetAt,sunsetReason,lastMotionAt\n";

    private static final String PATH = "/api/v1/imports";

    private final RunningHeadway headway;
    private final JdbcClient database;

    ImportClient(RunningHeadway headway) {
        this.headway = headway;
        this.database = headway.bean(JdbcClient.class);
    }

    Answered file(Path file) throws FileNotFoundException {
        return headway.as(Role.ADMIN).send("POST", PATH, "text/csv", BodyPublishers.ofFile(file));
    }

    /** Rows under the usual header. */
    Answered rows(String rows) {
        return text(HEADER + rows);
    }

    Answered text(String csv) {
        return headway.as(Role.ADMIN)
                .send("POST", PATH, "text/csv; charset=UTF-8", BodyPublishers.ofString(csv));
    }

    Answered bytes(byte[] csv) {
        return headway.as(Role.ADMIN)
                .send("POST", PATH, "text/csv", BodyPublishers.ofByteArray(csv));
    }

    /** Under a query, as {@code ?ignoreUnknownColumns=true}. */
    Answered text(String query, String csv) {
        return headway.as(Role.ADMIN)
                .send("POST", PATH + query, "text/csv", BodyPublishers.ofString(csv));
    }

    Answered workbook(byte[] workbook) {
        return headway.as(Role.ADMIN)
                .send("POST", PATH, UploadFormat.XLSX, BodyPublishers.ofByteArray(workbook));
    }

    Answered dryRun(String rows) {
        return headway.as(Role.ADMIN)
                .send(
                        "POST",
                        PATH + "?dryRun=true",
                        "text/csv",
                        BodyPublishers.ofString(HEADER + rows));
    }

    /** As {@code created 1, updated 0, unchanged 0, rejected 2}. */
    static String sums(Answered answered) {
        var json = answered.json();
        return "created %d, updated %d, unchanged %d, rejected %d"
                .formatted(
                        json.at("/created").asInt(),
                        json.at("/updated").asInt(),
                        json.at("/unchanged").asInt(),
                        json.at("/rejected").asInt());
    }

    /** A row's errors, as {@code column message}, one a line. */
    static String errors(JsonNode row) {
        return row.at("/errors")
                .valueStream()
                .map(
                        error ->
                                error.at("/column").asString("row")
                                        + " "
                                        + error.at("/message").asString())
                .collect(Collectors.joining("\n"));
    }

    /** How many events all partnerships have together. */
    long eventsOfPartnerships() {
        return database.sql("select count(*) from event where stream_type = 'partnership'")
                .query(Long.class)
                .single();
    }

    String typesOf(String partnershipId) {
        return String.join(
                " ",
                database.sql("select type from event where stream = :stream order by version")
                        .param("stream", partnershipId)
                        .query(String.class)
                        .list());
    }

    /** How many partnerships of a kind of key are in which stage, by the newest of their moves. */
    Map<Stage, Long> stages(String keys) {
        return database
                .sql(
                        """
                        select distinct on (stream) type
                        from   event
                        where  type in ('PartnershipRegistered', 'PilotStarted', 'PartnershipLaunched',
                                        'PartnershipScaled', 'PartnershipSunset')
                        and    stream in (select stream
                                          from   event
                                          where  type = 'PartnershipRegistered'
                                          and    payload::json ->> 'externalKey' like :keys)
                        order  by stream, version desc
                        """)
                .param("keys", keys)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ImportClient::stage, Collectors.counting()));
    }

    private static Stage stage(String move) {
        return switch (move) {
            case "PartnershipRegistered" -> Stage.PROSPECT;
            case "PilotStarted" -> Stage.PILOT;
            case "PartnershipLaunched" -> Stage.LAUNCH;
            case "PartnershipScaled" -> Stage.SCALED;
            default -> Stage.SUNSET;
        };
    }
}
