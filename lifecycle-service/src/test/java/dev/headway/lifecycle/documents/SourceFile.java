package dev.headway.lifecycle.documents;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a class is written, main code or test. */
record SourceFile(Path path) {

    private static final List<SourceFile> ALL =
            Checkout.all(".java").stream().map(SourceFile::new).toList();
    private static final Pattern STORY =
            Pattern.compile(
                    "(?s)/\\*\\*(.*?)\\*/\\s+(?:@[^\n]+\\s+)*(?:public |final |abstract )*");

    static SourceFile of(JavaClass type) {
        var outermost = type.getFullName().replaceAll("\\$.*", "");
        var ending = "/java/" + outermost.replace('.', '/') + ".java";
        return ALL.stream()
                .filter(source -> ("/" + Checkout.name(source.path)).endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source of " + outermost));
    }

    /** The test of this name. */
    static Optional<SourceFile> test(String name) {
        return tests().filter(test -> test.simpleName().equals(name)).findFirst();
    }

    /** The test that says this most often; the first of the alphabet among equals. */
    static Optional<SourceFile> testThatSays(String word) {
        return tests().filter(test -> test.says(word) > 0)
                .max(
                        Comparator.<SourceFile>comparingInt(test -> test.says(word))
                                .thenComparing(SourceFile::simpleName, Comparator.reverseOrder()));
    }

    private static Stream<SourceFile> tests() {
        return ALL.stream()
                .filter(source -> source.isTest() && source.simpleName().endsWith("Test"));
    }

    private int says(String word) {
        return text().split(Pattern.quote(word) + "\\b", -1).length - 1;
    }

    boolean isMain() {
        return Checkout.name(path).contains("/src/main/");
    }

    boolean isTest() {
        return Checkout.name(path).contains("/src/test/");
    }

    String simpleName() {
        return path.getFileName().toString().replace(".java", "");
    }

    String text() {
        return Checkout.text(path);
    }

    /** A link to it from the folder {@code docs}. */
    String link() {
        return "[%s](../%s)".formatted(simpleName(), Checkout.name(path));
    }

    Path folder() {
        return Objects.requireNonNull(path.getParent());
    }

    /** The folder it stands in, as a link from the folder {@code docs}. */
    String room() {
        var folder = folder();
        return "[%s](../%s)".formatted(folder.getFileName(), Checkout.name(folder));
    }

    /** The first sentence that is written above the class. */
    String story() {
        var found = STORY.matcher(text());
        if (!found.find()) {
            return "";
        }
        var words =
                found.group(1)
                        .replaceAll("\\n\\s*\\*", "\n")
                        .replaceAll("\\{@(?:link|code)\\s+([^}]+)}", "$1")
                        .replaceAll("\\s+", " ")
                        .strip();
        return words.split("(?<=[.?!])(?= )", 2)[0].replace("|", "\\|");
    }
}
