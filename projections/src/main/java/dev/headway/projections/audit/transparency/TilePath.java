package dev.headway.projections.audit.transparency;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is asked for behind {@code tile/}, as {@code 0/x001/067} or {@code entries/067.p/12}.
 *
 * @param entries whether the entries are asked for, and not their hashes
 * @param width how many of them
 */
public record TilePath(boolean entries, TilePlace place, int width) {

    private static final Pattern PATH =
            Pattern.compile(
                    "(?<level>entries|0|[1-5]?[0-9]|6[0-3])/(?<number>(x[0-9]{3}/){0,3}[0-9]{3})"
                            + "(\\.p/(?<width>[1-9][0-9]{0,2}))?");

    private static final String ENTRIES = "entries";

    /** Empty when there can be no such tile; each has one path only. */
    public static Optional<TilePath> parse(String path) {
        var matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var width = matcher.group("width");
        var entries = ENTRIES.equals(matcher.group("level"));
        var level = entries ? 0 : Integer.parseInt(matcher.group("level"));
        var number = Long.parseLong(matcher.group("number").replaceAll("[x/]", ""));
        var parsed =
                new TilePath(
                        entries,
                        new TilePlace(level, number),
                        width == null ? TilePlace.FULL : Integer.parseInt(width));
        return Optional.of(parsed)
                .filter(each -> each.width <= TilePlace.FULL)
                .filter(each -> each.toString().equals("tile/" + path));
    }

    /** The whole path; another spelling of it is none. */
    @Override
    public String toString() {
        return entries ? TilePlace.entriesPath(place.number(), width) : place.path(width);
    }
}
