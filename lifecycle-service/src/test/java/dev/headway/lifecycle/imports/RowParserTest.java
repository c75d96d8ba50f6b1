package dev.headway.lifecycle.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.imports.uploads.UploadedRow;
import dev.headway.lifecycle.partnership.ImportPartnership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of a row, without anything stored. */
class RowParserTest {

    /** Without the segment, which has a test of its own. */
    private static final List<String> COLUMNS =
            Arrays.stream(ImportColumn.values())
                    .filter(column -> column != ImportColumn.SEGMENT)
                    .map(ImportColumn::heading)
                    .toList();

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final ImportHeader header = ImportHeader.of(new UploadedRow(1, COLUMNS), false);
    private final RowParser reading = new RowParser(header, NOW);
    private int rows;

    @Test
    void a_whole_life_is_read() {
        var row =
                read(
                        "k1, Reef , Reef Ltd,TELCO,RESELL,mia@acme.example,2024-01-01,2024-02-01,"
                                + "2024-03-01T09:30:00Z,2024-04-01,2024-05-01,no fit,2024-04-20");

        assertThat(row)
                .extracting(
                        ImportPartnership::name,
                        ImportPartnership::partnerName,
                        ImportPartnership::partnerType,
                        ImportPartnership::pattern,
                        ImportPartnership::owner,
                        ImportPartnership::registeredAt,
                        ImportPartnership::sunsetReason,
                        ImportPartnership::lastMotionAt)
                .containsExactly(
                        "Reef",
                        "Reef Ltd",
                        PartnerType.TELCO,
                        Pattern.RESELL,
                        "mia@acme.example",
                        Instant.parse("2024-01-01T00:00:00Z"),
                        "no fit",
                        Instant.parse("2024-04-20T00:00:00Z"));
        assertThat(row.stages())
                .isEqualTo(
                        Map.of(
                                Stage.PILOT, Instant.parse("2024-02-01T00:00:00Z"),
                                Stage.LAUNCH, Instant.parse("2024-03-01T09:30:00Z"),
                                Stage.SCALED, Instant.parse("2024-04-01T00:00:00Z"),
                                Stage.SUNSET, Instant.parse("2024-05-01T00:00:00Z")));
    }

    @Test
    void only_five_values_are_required() {
        assertThat(errors("k1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,")).isEmpty();
        assertThat(errors(",,,,,,,,,,,,"))
                .isEqualTo(
                        """
                        externalKey is required
                        name is required
                        partnerName is required
                        partnerType is required
                        registeredAt is required\
                        """);
    }

    @Test
    void equal_dates_are_in_order() {
        assertThat(dates("2024-01-01,2024-01-01,2024-01-01,2024-01-01,2024-01-01,,2024-01-01"))
                .isEmpty();
    }

    @Test
    void dates_are_in_the_order_of_the_columns() {
        assertThat(dates("2024-02-01,2024-01-31,,,,,"))
                .isEqualTo("pilotAt lies before registeredAt");
        assertThat(dates("2024-02-01,2024-03-01,2024-02-15,2024-02-16,2024-02-17,,"))
                .isEqualTo(
                        """
                        launchAt lies before pilotAt
                        scaledAt lies before pilotAt
                        sunsetAt lies before pilotAt\
                        """);
        assertThat(dates("2024-02-01,,,,2024-01-31,,"))
                .isEqualTo("sunsetAt lies before registeredAt");
    }

    @Test
    void no_stage_is_skipped_but_on_the_way_to_sunset() {
        assertThat(dates("2024-01-01,,2024-02-01,,,,"))
                .isEqualTo("launchAt is given without pilotAt");
        assertThat(dates("2024-01-01,2024-02-01,,2024-03-01,,,"))
                .isEqualTo("scaledAt is given without launchAt");
        assertThat(dates("2024-01-01,,,,2024-02-01,,")).isEmpty();
        assertThat(dates("2024-01-01,2024-01-02,,,2024-02-01,,")).isEmpty();
    }

    @Test
    void a_stage_before_that_cannot_be_read_is_not_reported_as_skipped() {
        assertThat(dates("2024-01-01,soon,2024-02-01,,,,"))
                .isEqualTo(
                        "pilotAt 'soon' is neither a date as 2026-01-31 nor an instant as"
                                + " 2026-01-31T09:30:00Z");
    }

    @Test
    void motion_is_not_before_the_registration() {
        assertThat(dates("2024-02-01,,,,,,2024-01-31"))
                .isEqualTo("lastMotionAt lies before registeredAt");
    }

    @Test
    void nothing_lies_in_the_future_but_for_clocks_that_differ_by_seconds() {
        assertThat(dates("2026-11-20T10:00:05Z,,,,,,")).isEmpty();
        assertThat(dates("2024-01-01,2026-11-21,,,2026-11-22,,2026-11-20T10:00:06Z"))
                .isEqualTo(
                        """
                        pilotAt '2026-11-21' lies in the future
                        sunsetAt '2026-11-22' lies in the future
                        lastMotionAt '2026-11-20T10:00:06Z' lies in the future\
                        """);
    }

    @Test
    void a_date_is_a_day_or_an_instant_and_nothing_else() {
        for (var other :
                List.of(
                        "2025-10-9",
                        "yyyy-mm-dd",
                        "v1.27",
                        "2024-02-30",
                        "2024-01-01 10:00",
                        "1")) {
            assertThat(dates(other + ",,,,,,"))
                    .startsWith("registeredAt '" + other + "' is neither a date");
        }
        assertThat(dates("2024-01-01T02:00:00+02:00,,,,,,")).isEmpty();
    }

    @Test
    void a_number_in_the_place_of_a_date_is_told_what_a_spreadsheet_would_make_of_it() {
        assertThat(dates("45352,,,,,,"))
                .startsWith("registeredAt '45352' is neither a date")
                .endsWith("in a cell of another format; give the cell the format of a date");
    }

    @Test
    void nobody_is_called_as_lists_call_whoever_asks() {
        assertThat(errors("k1,Reef,Reef Ltd,TELCO,RESELL, Me ,2024-01-01,,,,,,"))
                .isEqualTo(
                        "owner 'Me' is how lists call whoever asks; write a name, or say who it is"
                                + " by ownerId");
    }

    @Test
    void nothing_lies_before_1900_and_a_spreadsheets_zero_is_no_day() {
        var zero =
                ", as a spreadsheet shows a date that is none; leave the cell blank, or give the date";
        assertThat(dates("1899-12-31,1899-12-30,,,,,1900-01-00"))
                .isEqualTo(
                        "registeredAt '1899-12-31' lies before 1900%1$s\npilotAt '1899-12-30' lies before 1900%1$s\nlastMotionAt '1900-01-00' is neither a date as 2026-01-31 nor an instant as 2026-01-31T09:30:00Z%1$s"
                                .formatted(zero));
        assertThat(dates(",1899-12-29,0001-01-01,1899-12-31T23:59:59Z,1066-10-14,,"))
                .contains("pilotAt '1899-12-29' lies before 1900")
                .contains("launchAt '0001-01-01' lies before 1900")
                .contains("scaledAt '1899-12-31T23:59:59Z' lies before 1900")
                .contains("sunsetAt '1066-10-14' lies before 1900");
    }

    @Test
    void words_are_those_of_the_language() {
        assertThat(errors("k1,Reef,Reef Ltd,telcos,BARTER,,2024-01-01,,,,,,"))
                .contains("partnerType 'telcos' is none of [TELCO, AGENCY,")
                .contains("pattern 'BARTER' is none of [REFERRAL,");
        var row = read("k2,Reef,Reef Ltd,Strategic alliance,co-delivery,,2024-01-01,,,,,,");
        assertThat(row.partnerType()).isEqualTo(PartnerType.STRATEGIC_ALLIANCE);
        assertThat(row.pattern()).isEqualTo(Pattern.CO_DELIVERY);
    }

    @ParameterizedTest
    @CsvSource({
        "Strategic\u00a0alliance, CoDelivery",
        "STRATEGIC__ALLIANCE, co\u2003delivery",
        "strategicalliance, Co_-_Delivery",
        "Strate-gic Alliance, codelivery\u200b",
    })
    void a_word_is_known_however_loosely_it_is_written(String type, String pattern) {
        var row = read("k1,Reef,Reef Ltd,%s,%s,,2024-01-01,,,,,,".formatted(type, pattern));

        assertThat(row.partnerType()).isEqualTo(PartnerType.STRATEGIC_ALLIANCE);
        assertThat(row.pattern()).isEqualTo(Pattern.CO_DELIVERY);
    }

    @Test
    void a_value_holds_no_character_that_cannot_be_stored() {
        assertThat(errors("k1,Re\u0001ef,Reef Ltd,TELCO,,,2024-01-01,,,,,,"))
                .isEqualTo("name holds a character that cannot be stored");
    }

    @Test
    void a_value_is_not_longer_than_its_column_allows() {
        var maxLength = "x".repeat(200);

        assertThat(errors("k1," + maxLength + ",Reef Ltd,TELCO,,,2024-01-01,,,,,,")).isEmpty();
        assertThat(errors("k2," + maxLength + "x,Reef Ltd,TELCO,,,2024-01-01,,,,,,"))
                .isEqualTo("name is longer than 200 characters");
    }

    @Test
    void the_first_row_of_a_key_counts_and_later_ones_name_it() {
        assertThat(errors("k1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,")).isEmpty();
        assertThat(errors("k2,Reef,Reef Ltd,TELCO,,,never,,,,,,")).isNotEmpty();

        assertThat(errors("k1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,"))
                .isEqualTo(
                        "externalKey is the key of row 1 in line 2 already; the first row counts");
        assertThat(errors("k2,,Reef Ltd,TELCO,,,2024-01-01,,,,,,"))
                .isEqualTo(
                        """
                        externalKey is the key of row 2 in line 3 already; the first row counts
                        name is required\
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k 1\u200B", "\u2060k 1", "k\u00A01", "k\u200D 1", "k  1", "\uFEFFk 1"})
    void keys_that_look_alike_are_one(String key) {
        var row = "%s,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,";

        assertThat(read(row.formatted(key)).partnershipId())
                .isEqualTo(ImportPartnership.idOf("k 1"));
        assertThat(errors(row.formatted("k 1"))).startsWith("externalKey is the key of row 1");
    }

    @Test
    void a_blank_of_any_kind_says_nothing() {
        assertThat(errors("\u200B,\u00A0,\u2800,TELCO,,,2024-01-01,,,,,,"))
                .isEqualTo(
                        """
                        externalKey is required
                        name is required
                        partnerName is required\
                        """);
        assertThat(read("k1,Reef,Reef Ltd,TELCO,,\u200B,2024-01-01,,,,,,").owner()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#N/A", "#REF!", "#VALUE!", "#CALC!", "#GETTING_DATA", "#BEZUG!", "#NV"})
    void what_a_formula_left_behind_is_no_value(String error) {
        assertThat(errors("k1," + error + ",Reef Ltd,TELCO,,,2024-01-01,,,,,,"))
                .isEqualTo("name '" + error + "' is an error of the spreadsheet");
    }

    @Test
    void rows_without_a_key_are_not_each_others_doubles() {
        assertThat(errors(",Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,"))
                .isEqualTo("externalKey is required");
        assertThat(errors(",Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,"))
                .isEqualTo("externalKey is required");
    }

    @Test
    void shifted_columns_are_reported_and_not_guessed() {
        assertThat(errors("k1,Reef,Reef Ltd,TELCO"))
                .isEqualTo("row has 4 values under a header of 13 columns");
        assertThat(errors("k2,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,,more"))
                .isEqualTo("row has 14 values under a header of 13 columns");
    }

    private String dates(String dates) {
        rows++;
        return errors("key-%d,Reef,Reef Ltd,TELCO,,,%s".formatted(rows, dates));
    }

    private String errors(String row) {
        return switch (row(row).ofNewKey()) {
            case ImportRow.Valid _ -> "";
            case ImportRow.Invalid invalid ->
                    invalid.errors().stream()
                            .map(
                                    error ->
                                            (error.column() == null ? "row" : error.column())
                                                    + " "
                                                    + error.message())
                            .collect(Collectors.joining("\n"));
        };
    }

    private ImportPartnership read(String row) {
        return ((ImportRow.Valid) row(row)).command();
    }

    private final List<String> read = new ArrayList<>();

    private ImportRow row(String row) {
        read.add(row);
        return reading.row(
                read.size(), new UploadedRow(read.size() + 1, List.of(row.split(",", -1))));
    }
}
