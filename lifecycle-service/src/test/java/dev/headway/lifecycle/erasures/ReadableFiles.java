package dev.headway.lifecycle.erasures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile()) {
                            found.addAll(holding(words, file, texts(file)));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    /** What is gone since it was listed holds nothing. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException why)
                            throws IOException {
                        return why instanceof NoSuchFileException
                                ? FileVisitResult.CONTINUE
                                : super.visitFileFailed(file, why);
                    }
                });
        return found;
    }

    private static List<String> holding(List<String> words, Path file, List<String> texts) {
        return texts.stream()
                .flatMap(text -> words.stream().filter(text::contains))
                .map(word -> word + " in " + file)
                .toList();
    }

    /** None of a file that is gone by now, as those are that a broker moves into their place. */
    private static List<String> texts(Path file) throws IOException {
        var texts = new ArrayList<String>();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return texts;
        }
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
