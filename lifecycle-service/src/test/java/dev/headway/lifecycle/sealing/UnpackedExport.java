package dev.headway.lifecycle.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of an export, for somebody to change. */
record UnpackedExport(Map<String, byte[]> files) {

    static final String ENTRIES = "entries.jsonl";

    static UnpackedExport of(Path export) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(export))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new UnpackedExport(files);
    }

    List<String> lines() {
        return new String(bytes(ENTRIES), UTF_8).lines().toList();
    }

    byte[] bytes(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** With one bit of one file flipped. */
    UnpackedExport flipped(String name, int at) {
        var bytes = bytes(name).clone();
        bytes[at] ^= 1;
        return with(name, bytes);
    }

    UnpackedExport withLines(UnaryOperator<List<String>> change) {
        return with(ENTRIES, (String.join("\n", change.apply(lines())) + "\n").getBytes(UTF_8));
    }

    private UnpackedExport with(String name, byte[] bytes) {
        var changed = new LinkedHashMap<>(files);
        changed.put(name, bytes);
        return new UnpackedExport(changed);
    }

    Path zip(Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    Path folder(Path folder) throws IOException {
        for (var each : files.entrySet()) {
            var file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        return folder;
    }
}
