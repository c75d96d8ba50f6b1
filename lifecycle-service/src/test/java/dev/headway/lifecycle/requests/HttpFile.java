package dev.headway.lifecycle.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code deploy/requests}, read as editors read it: requests between lines of {@code
 * ###}, variables in lines that begin with {@code @}, and in a comment how a request is answered.
 */
public record HttpFile(Map<String, String> variables, List<Request> requests) {

    private static final Path FOLDER = Path.of("..", "deploy", "requests");
    private static final Pattern VARIABLE = Pattern.compile("@(\\w+)\\s*=\\s*(.*)");
    private static final Pattern NAME = Pattern.compile("# @name (\\w+)");
    private static final Pattern ANSWER = Pattern.compile("# -> (\\d{3})(?: (.+))?");

    /**
     * One request as it is written, its variables not yet replaced.
     *
     * @param name by which later requests use its answer
     * @param status it is answered with
     * @param word that is in the answer, empty where none is named
     */
    public record Request(
            String title,
            @Nullable String name,
            int status,
            String word,
            String method,
            String url,
            Map<String, String> headers,
            String body) {

        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * @param name as {@code launch.http}
     */
    public static HttpFile read(String name) {
        try {
            var variables = new LinkedHashMap<String, String>();
            var requests = new ArrayList<Request>();
            for (var part : Files.readString(FOLDER.resolve(name)).split("(?m)^###")) {
                var lines = part.lines().toList();
                VARIABLE.matcher(part)
                        .results()
                        .forEach(found -> variables.put(found.group(1), found.group(2).strip()));
                var first = firstOf(lines);
                if (first >= 0) {
                    requests.add(request(name, lines, first));
                }
            }
            return new HttpFile(variables, requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files there are. */
    static List<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".http"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the request itself begins, below its title, comments and variables; -1 without one. */
    private static int firstOf(List<String> lines) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("(GET|POST|PUT|DELETE) .*")) {
                return i;
            }
        }
        return -1;
    }

    private static Request request(String file, List<String> lines, int first) {
        var title = lines.getFirst().strip();
        var name = comment(NAME, lines.subList(0, first));
        var answer = comment(ANSWER, lines.subList(0, first));
        if (answer == null) {
            throw new IllegalArgumentException(file + " does not say how it is answered: " + title);
        }
        var headers = new LinkedHashMap<String, String>();
        var at = first + 1;
        while (at < lines.size() && !lines.get(at).isBlank()) {
            var header = lines.get(at++).split(":\\s*", 2);
            headers.put(header[0], header[1]);
        }
        var call = lines.get(first).split(" ", 2);
        return new Request(
                title,
                name == null ? null : name.get(0),
                Integer.parseInt(answer.get(0)),
                answer.get(1),
                call[0],
                call[1],
                headers,
                String.join("\n", lines.subList(at, lines.size())).strip());
    }

    /**
     * What the groups of a comment hold, empty where a group is missing; null without a comment.
     */
    private static @Nullable List<String> comment(Pattern pattern, List<String> lines) {
        for (var line : lines) {
            var found = pattern.matcher(line.strip());
            if (found.matches()) {
                var groups = new ArrayList<String>();
                for (var group = 1; group <= found.groupCount(); group++) {
                    groups.add(found.group(group) == null ? "" : found.group(group));
                }
                return groups;
            }
        }
        return null;
    }
}
