package dev.headway.projections.audit.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.audit.export.ExportForTests;
import dev.headway.projections.audit.export.ExportFormat;
import dev.headway.projections.audit.export.ExportManifest;
import dev.headway.projections.audit.sealing.SealedForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyExportTest {

    @TempDir private Path folder;

    private SealedForTests log;
    private Path file;

    @BeforeEach
    void seal() {
        log = new SealedForTests(folder);
        log.addEvents(600);
        log.sealAll();
        file = folder.resolve("export.zip");
    }

    private record Ran(int code, String said) {}

    private static Ran verify(Object... arguments) {
        var said = new ByteArrayOutputStream();
        var words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        var code = VerifyExport.run(new PrintStream(said, true, UTF_8), words);
        return new Ran(code, said.toString(UTF_8));
    }

    private static void assertBad(Ran ran, long position) {
        assertThat(ran.said()).startsWith("BAD at position " + position + ": ");
        assertThat(ran.code()).isEqualTo(1);
    }

    private ExportedZip everything(ExportFormat format) {
        return new ExportedZip(ExportForTests.everything(log, file, format));
    }

    private Ran verifyLines(UnaryOperator<List<String>> change) {
        var zip = everything(ExportFormat.JSONL);
        zip.with(
                ExportFormat.JSONL.file(),
                text ->
                        String.join(
                                "",
                                change.apply(
                                        new ArrayList<>(
                                                text.lines().map(line -> line + "\n").toList()))));
        return verify(zip.written());
    }

    @ParameterizedTest
    @EnumSource
    void an_export_of_everything_is_good(ExportFormat format) {
        var ran = verify(ExportForTests.everything(log, file, format));

        assertThat(ran.said())
                .startsWith(
                        "GOOD 600 events, leaves 0 to 599 of the 600 that are signed of "
                                + SealedForTests.ORIGIN);
        assertThat(ran.code()).isZero();
    }

    @Test
    void an_export_of_nothing_is_good() {
        var empty = new SealedForTests(folder.resolve("empty"));
        empty.sealAll();

        assertThat(verify(ExportForTests.everything(empty, file, ExportFormat.CSV)).code())
                .isZero();
    }

    @Test
    void an_export_of_a_period_has_what_was_recorded_in_it_and_shows_that_there_is_no_more() {
        var from = SealedForTests.FIRST.plus(Duration.ofMinutes(300));
        var to = SealedForTests.FIRST.plus(Duration.ofMinutes(310));

        var ran = verify(ExportForTests.recorded(log, file, from, to));

        assertThat(ran.said()).startsWith("GOOD 10 events, leaves 298 to 311 of the 600");
    }

    @Test
    void an_export_of_a_period_has_what_happened_in_it_whenever_it_was_recorded() {
        var from = SealedForTests.FIRST.minus(Duration.ofDays(10));
        var to = SealedForTests.FIRST;

        var ran = verify(ExportForTests.effective(log, file, from, to));

        assertThat(ran.said()).startsWith("GOOD 200 events, leaves 0 to 599 of the 600");
    }

    @Test
    void an_event_that_is_left_out_of_a_period_is_found() {
        var from = SealedForTests.FIRST.plus(Duration.ofMinutes(300));
        var zip = new ExportedZip(ExportForTests.recorded(log, file, from, null));
        zip.with(ExportManifest.FILE, json -> json.replace("\"first\" : 298", "\"first\" : 302"));
        zip.with(
                ExportFormat.JSONL.file(),
                text -> text.lines().skip(4).map(line -> line + "\n").reduce("", String::concat));

        assertBad(verify(zip.written()), 303);
    }

    @Test
    void a_flipped_byte_is_found_wherever_it_is() {
        for (var format : ExportFormat.values()) {
            var zip = everything(format);
            var bytes = zip.bytes(format.file());
            for (int at = 0; at < bytes.length; at += 4_999) {
                var flipped = bytes.clone();
                flipped[at] ^= 1;
                var position = positionAt(bytes, at, format);

                var ran = verify(zip.with(format.file(), flipped).written());

                assertThat(ran.code()).as("byte %d", at).isEqualTo(1);
                assertThat(ran.said()).contains(position == 0 ? "begin" : "position " + position);
            }
        }
    }

    /** One event a line, and one of names where there is one. */
    private static long positionAt(byte[] bytes, int at, ExportFormat format) {
        long lines = format == ExportFormat.CSV ? 0 : 1;
        for (int i = 0; i < at; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    @Test
    void a_flipped_bit_of_a_tile_a_proof_or_the_checkpoint_is_found() {
        var names =
                List.of(
                        "tile/0/000",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2",
                        ExportManifest.FIRST_PROOF,
                        ExportManifest.LAST_PROOF,
                        ExportManifest.CHECKPOINT);
        var zip = everything(ExportFormat.JSONL);
        for (var name : names) {
            var bytes = zip.bytes(name);
            for (int part = 0; part < 8; part++) {
                var flipped = bytes.clone();
                flipped[bytes.length * part / 8] ^= 4;

                assertThat(verify(zip.with(name, flipped).written()).code())
                        .as("%s %d", name, part)
                        .isEqualTo(1);
            }
            zip.with(name, bytes);
        }
    }

    @Test
    void a_file_that_is_missing_is_found() throws IOException {
        var names = everything(ExportFormat.JSONL).names();
        var good = Files.readAllBytes(file);
        for (var name : names) {
            Files.write(file, good);
            var ran = verify(new ExportedZip(file).without(name).written());

            assertThat(ran.code()).as(name).isEqualTo(1);
        }
    }

    @Test
    void a_removed_line_is_found() {
        assertBad(verifyLines(lines -> without(lines, 0)), 1);
        assertBad(verifyLines(lines -> without(lines, 300)), 301);
        assertBad(verifyLines(lines -> without(lines, 599)), 600);
    }

    private static List<String> without(List<String> lines, int index) {
        lines.remove(index);
        return lines;
    }

    @Test
    void lines_that_are_swapped_are_found() {
        assertBad(
                verifyLines(
                        lines -> {
                            Collections.swap(lines, 41, 42);
                            return lines;
                        }),
                42);
    }

    @Test
    void streams_that_are_swapped_are_found() {
        assertBad(
                verifyLines(
                        lines ->
                                lines.stream()
                                        .map(line -> line.replace("\"p3\"", "\"p?\""))
                                        .map(line -> line.replace("\"p4\"", "\"p3\""))
                                        .map(line -> line.replace("\"p?\"", "\"p4\""))
                                        .toList()),
                3);
    }

    @Test
    void a_tail_that_was_rewritten_and_signed_anew_is_found_by_a_checkpoint_kept_elsewhere()
            throws IOException {
        var kept = Files.copy(folder.resolve("checkpoint"), folder.resolve("kept"));
        log.addEvents(100);
        log.jdbc.sql("update event set payload = '{}' where position > 590").update();
        log.sealAllAnew(folder);
        ExportForTests.everything(log, file, ExportFormat.JSONL);

        assertThat(verify(file).code()).isZero();
        var ran = verify(file, "--checkpoint", kept);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.said()).contains("from leaf 0 to leaf 599 events are not those");
    }

    @Test
    void a_log_that_was_cut_and_signed_anew_is_found_by_a_checkpoint_kept_elsewhere()
            throws IOException {
        var kept = Files.copy(folder.resolve("checkpoint"), folder.resolve("kept"));
        log.jdbc.sql("delete from event where position > 590").update();
        log.sealAllAnew(folder);
        ExportForTests.everything(log, file, ExportFormat.JSONL);

        assertBad(verify(file, "--checkpoint", kept), 591);
    }

    @Test
    void a_log_that_grew_agrees_with_every_checkpoint_kept_elsewhere() throws IOException {
        var kept = Files.copy(folder.resolve("checkpoint"), folder.resolve("kept"));
        log.addEvents(700);
        log.sealAll();
        ExportForTests.everything(log, file, ExportFormat.JSONL);

        assertThat(verify(file, "--checkpoint", kept).code()).isZero();
    }

    @Test
    void the_first_bad_event_is_the_one_behind_the_last_checkpoint_that_still_holds()
            throws IOException {
        var earlier = Files.copy(folder.resolve("checkpoint"), folder.resolve("earlier"));
        log.addEvents(100);
        log.sealAll();
        log.sealAll();
        var later = Files.copy(folder.resolve("checkpoint"), folder.resolve("later"));
        log.jdbc.sql("update event set payload = '{}' where position > 650").update();
        log.sealAllAnew(folder);
        ExportForTests.everything(log, file, ExportFormat.JSONL);

        assertBad(verify(file, "--checkpoint", earlier, "--checkpoint", later), 601);
    }

    @Test
    void a_key_of_ones_own_is_believed_and_none_that_the_export_brings() throws IOException {
        var zip = everything(ExportFormat.JSONL);
        var key = folder.resolve("key");
        Files.write(key, log.proofs().newest().orElseThrow().verifierKeys());

        assertThat(verify(zip.written(), "--key", key).code()).isZero();
        Files.writeString(
                key, "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n");
        assertThat(verify(file, "--key", key).said())
                .startsWith("BAD the checkpoint is signed by nobody who is known");
    }

    @Test
    void what_is_no_export_is_bad() throws IOException {
        Files.writeString(file, "no zip");

        assertThat(verify(file).code()).isEqualTo(1);
        assertThat(verify(folder.resolve("nothing.zip")).code()).isEqualTo(1);
    }

    @Test
    void whoever_asks_wrongly_is_told_how() {
        assertThat(verify().code()).isEqualTo(2);
        assertThat(verify(file, file).code()).isEqualTo(2);
        assertThat(verify(file, "--key").said()).startsWith("verify <export.zip>");
        assertThat(verify(file, "--checkpoint", folder.resolve("none")).code()).isEqualTo(2);
    }
}
