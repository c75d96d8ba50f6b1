package dev.headway.projections.audit.transparency;

import java.util.regex.Pattern;

/**
 * What a log is at a size (C2SP tlog-checkpoint 1.0.0).
 *
 * @param origin which log
 * @param size how many leaves it has
 */
public record Checkpoint(String origin, long size, TreeHash root) {

    private static final Pattern TEXT =
            Pattern.compile("(?<origin>[^\n]+)\n(?<size>0|[1-9][0-9]{0,17})\n(?<root>[^\n]+)\n");

    /**
     * @throws IllegalArgumentException for anything but three lines
     */
    public static Checkpoint parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(
                matcher.group("origin"),
                Long.parseLong(matcher.group("size")),
                TreeHash.parse(matcher.group("root")));
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
