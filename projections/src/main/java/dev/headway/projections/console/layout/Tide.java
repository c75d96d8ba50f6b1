package dev.headway.projections.console.layout;

/**
 * The days without motion against the day on which it is a ghost town, as a line that fills.
 *
 * @param quiet days without motion
 * @param fading the day on which it fades
 * @param ghost the day on which it is a ghost town
 */
public record Tide(long quiet, long fading, long ghost) {

    /** How wide the picture is, a little more than a ghost town takes. */
    public long width() {
        return ghost + Math.max(1, ghost / 4);
    }

    public long water() {
        return Math.min(quiet, width());
    }

    public String viewBox() {
        return "0 0 %d 5".formatted(width());
    }

    /** {@code moving}, {@code fading} or {@code ghost}. */
    public String state(boolean isGhostTown) {
        if (isGhostTown) {
            return "ghost";
        }
        return quiet >= fading ? "fading" : "moving";
    }
}
