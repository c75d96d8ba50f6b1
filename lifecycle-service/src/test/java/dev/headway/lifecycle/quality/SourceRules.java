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
