package dev.headway.lifecycle.erasures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that would find nothing in packed files would prove nothing. */
class ReadableFilesTest {

    private static final byte[] TEXT = "She is called Zephyrine there".repeat(50).getBytes(UTF_8);

    @TempDir Path folder;

    @Test
    void a_word_is_found_as_it_is_and_packed() throws IOException {
        Files.write(folder.resolve("plain"), TEXT);
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("segment.gz")))) {
            gzip.write(TEXT);
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("export.zip")))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.putNextEntry(new ZipEntry("entries.jsonl"));
            zip.write(TEXT);
        }
        Files.write(folder.resolve("other"), "nobody".getBytes(UTF_8));

        assertThat(ReadableFiles.holding(List.of("zephyrine", "quillfeather"), folder))
                .hasSize(3)
                .allMatch(found -> found.startsWith("zephyrine in "));
    }
}
