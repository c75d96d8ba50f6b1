package dev.headway.lifecycle.erasures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** What anybody reads who has the files of a folder: packed ones are unpacked for it. */
final class ReadableFiles {

    private ReadableFiles() {}

    /** Where any of these words stands, in small letters; as a line for each. */
    static List<String> holding(List<String> words, Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                for (var text : texts(file)) {
                    words.stream()
                            .filter(text::contains)
                            .forEach(word -> found.add(word + " in " + file));
                }
            }
        }
        return found;
    }

    private static List<String> texts(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var texts = new ArrayList<String>();
        texts.add(text(bytes));
        if (begins(bytes, 0x1F, 0x8B)) {
            texts.add(text(read(new GZIPInputStream(new ByteArrayInputStream(bytes)))));
        }
        if (begins(bytes, 'P', 'K')) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                while (zip.getNextEntry() != null) {
                    texts.add(text(zip.readAllBytes()));
                }
            }
        }
        return texts;
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
