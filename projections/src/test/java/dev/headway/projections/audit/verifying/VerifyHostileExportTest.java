package dev.headway.projections.audit.verifying;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.audit.export.ExportForTests;
import dev.headway.projections.audit.export.ExportFormat;
import dev.headway.projections.audit.export.ExportManifest;
import dev.headway.projections.audit.sealing.SealedForTests;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody made to be taken for an export, or to bring down whoever verifies them. */
class VerifyHostileExportTest {

    private static final int FILES = 100_000;
    private static final int MEBIBYTE = 1 << 20;

    @TempDir private Path folder;

    private Path file;
    private byte[] good;

    @BeforeEach
    void seal() throws IOException {
        var log = new SealedForTests(folder);
        log.addEvents(300);
        log.sealAll();
        file = ExportForTests.everything(log, folder.resolve("export.zip"), ExportFormat.JSONL);
        good = Files.readAllBytes(file);
    }

    private static String verify(Path file) {
        var said = new ByteArrayOutputStream();
        var code = VerifyExport.run(new PrintStream(said, true, UTF_8), file.toString());
        assertThat(code).isEqualTo(said.toString(UTF_8).startsWith("GOOD ") ? 0 : 1);
        return said.toString(UTF_8);
    }

    private String verifyBytes(byte[] bytes) throws IOException {
        return verify(Files.write(file, bytes));
    }

    @Test
    void a_link_to_an_export_is_that_export() throws IOException {
        assertThat(verify(Files.createSymbolicLink(folder.resolve("link"), file)))
                .startsWith("GOOD 300 events");
    }

    @Test
    void what_is_no_file_with_a_zip_in_it_is_bad() throws IOException {
        assertThat(verify(folder)).startsWith("BAD ");
        assertThat(verify(Path.of("/dev/zero"))).startsWith("BAD ");
        assertThat(verifyBytes(new byte[0])).startsWith("BAD ");
        assertThat(verifyBytes("PK".getBytes(UTF_8))).startsWith("BAD ");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(good);
        }
        assertThat(verifyBytes(packed.toByteArray())).startsWith("BAD ");
    }

    @Test
    void an_export_that_is_cut_anywhere_is_bad() throws IOException {
        for (int length = 0; length < good.length; length += good.length / 50) {
            assertThat(verifyBytes(Arrays.copyOf(good, length))).startsWith("BAD ");
        }
        assertThat(verifyBytes(Arrays.copyOf(good, good.length - 1))).startsWith("BAD ");
    }

    @Test
    void a_foreign_zip_is_bad_though_it_has_a_hundred_thousand_files() throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int each = 0; each < FILES; each++) {
                zip.putNextEntry(new ZipEntry("tile/0/%d".formatted(each)));
            }
        }

        assertThat(verify(file)).startsWith("BAD manifest.json is missing");
    }

    @Test
    void a_file_that_no_export_has_beside_the_others_is_bad() {
        var zip = new ExportedZip(file);

        for (var name : new String[] {"entries.csv", "README", "../entries.jsonl", "tile/0/x"}) {
            var more = new ExportedZip(file).with(name, zip.bytes(ExportFormat.JSONL.file()));
            assertThat(verify(more.written())).startsWith("BAD " + name + " is no file of");
            zip.written();
        }
    }

    /** Of two files of one name programs unpack one or the other. */
    @Test
    void a_file_that_is_there_twice_is_bad() throws IOException {
        var name = ExportFormat.JSONL.file();
        var twin = name.replace('j', 'J');
        var zip = new ExportedZip(file);
        var forged = new ExportedZip(file).with(twin, zip.bytes(name));
        var text = new String(Files.readAllBytes(forged.written()), ISO_8859_1);

        assertThat(verifyBytes(text.replace(twin, name).getBytes(ISO_8859_1)))
                .startsWith("BAD " + name + " is there twice");
    }

    @Test
    void a_file_that_unpacks_to_far_more_than_any_has_is_bad() throws IOException {
        for (var name :
                new String[] {
                    ExportManifest.FILE, ExportManifest.CHECKPOINT, ExportFormat.JSONL.file()
                }) {
            Files.write(file, good);
            var zip = new ExportedZip(file);
            try (var out =
                    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (var each : zip.names()) {
                    out.putNextEntry(new ZipEntry(each));
                    if (each.equals(name)) {
                        writeALot(out);
                    } else {
                        out.write(zip.bytes(each));
                    }
                }
            }

            assertThat(verify(file)).as(name).startsWith("BAD ").contains("long");
        }
    }

    /** Sixty-four mebibytes without a line's end. */
    private static void writeALot(ZipOutputStream out) throws IOException {
        var spaces = new byte[MEBIBYTE];
        Arrays.fill(spaces, (byte) ' ');
        for (int each = 0; each < 64; each++) {
            out.write(spaces);
        }
    }

    @Test
    void what_an_export_says_begins_no_line_of_its_own() {
        var zip =
                new ExportedZip(file)
                        .with(
                                ExportManifest.CHECKPOINT,
                                note -> note.replaceFirst("\n[0-9]+\n", "\n\u001B[2J\rGOOD\n"));

        assertThat(verify(zip.written())).startsWith("BAD ").hasLineCount(1);
        assertThat(ExportVerdict.bad(1L, "a\u001B[2J\nGOOD 5 events\u202Eb").toString())
                .isEqualTo("BAD at position 1: a [2J GOOD 5 events b");
    }
}
