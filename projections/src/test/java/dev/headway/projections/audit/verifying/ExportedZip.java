package dev.headway.projections.audit.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** An export that somebody takes apart and puts together otherwise. */
final class ExportedZip {

    private final Path file;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    ExportedZip(Path file) {
        this.file = file;
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    byte[] bytes(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    ExportedZip with(String name, UnaryOperator<String> change) {
        return with(name, change.apply(text(name)).getBytes(UTF_8));
    }

    ExportedZip with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    ExportedZip without(String name) {
        files.remove(name);
        return this;
    }

    Path written() {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
