package dev.headway.lifecycle.quality;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What is asked of source files, and byte code cannot tell. A file holds one type. */
final class SourceRules {

    private static final int CROWD = 30;

    private static final Pattern LOGGER = Pattern.compile("getLogger\\(([^)]*)\\)");

    /** What a class of tests does at its end, up to where the method ends. */
    private static final Pattern AT_THE_END =
            Pattern.compile("@AfterAll\\s[^{]*\\{(.*?)\\n {4}}", Pattern.DOTALL);

    private static final Pattern CLOSED = Pattern.compile("\\b(\\w+)(?:\\.|::)(?:close|stop)\\b");

    private SourceRules() {}

    /** Folders with more files than a newcomer reads names of. */
    static List<String> crowded(Collection<Path> sources) {
        return moreThan(CROWD, sources, SourceRules::folder);
    }

    /** Names of types that stand in two packages or modules, so that a search finds both. */
    static List<String> namedTwice(Collection<Path> sources) {
        return moreThan(1, sources, Path::getFileName);
    }

    /** Files that log under another name than the type's own, by which people set levels. */
    static List<String> foreignLoggers(Collection<Path> sources) throws IOException {
        var found = new ArrayList<String>();
        for (var source : sources) {
            var name = source.getFileName().toString();
            var own = name.replace(".java", ".class");
            var loggers = LOGGER.matcher(Files.readString(source)).results();
            if (loggers.anyMatch(logger -> !logger.group(1).equals(own))) {
                found.add(name);
            }
        }
        return found;
    }

    /**
     * Tests that close at their end what was made when their class was loaded: a second try, which
     * the build gives to what failed, meets it closed.
     */
    static List<String> closedForGood(Collection<Path> tests) throws IOException {
        var found = new ArrayList<String>();
        for (var test : tests) {
            var source = Files.readString(test);
            AT_THE_END
                    .matcher(source)
                    .results()
                    .flatMap(end -> CLOSED.matcher(end.group(1)).results())
                    .map(closed -> closed.group(1))
                    .filter(name -> isMadeOnce(source, name))
                    .forEach(name -> found.add(test.getFileName() + " " + name));
        }
        return found;
    }

    private static boolean isMadeOnce(String source, String name) {
        return Pattern.compile("static final \\S+ " + name + "\\s*=").matcher(source).find();
    }

    private static List<String> moreThan(
            int limit, Collection<Path> sources, Function<Path, Path> of) {
        return sources.stream()
                .filter(source -> !source.endsWith("package-info.java"))
                .collect(groupingBy(of, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > limit)
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    private static Path folder(Path source) {
        return source.resolveSibling("");
    }
}
