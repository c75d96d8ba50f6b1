package dev.headway.contracts.written;

/**
 * What a file calls a partnership, whatever door it comes through. Keys that look alike are one.
 */
public final class ExternalKey {

    private ExternalKey() {}

    /** The key without what nobody sees in it; spaces of any kind and number are one. */
    public static String visible(String written) {
        var key = new StringBuilder(written.length());
        var spaced = false;
        for (var point : Text.clean(written).codePoints().toArray()) {
            if (Character.isSpaceChar(point) || Character.isWhitespace(point)) {
                spaced = true;
            } else if (!Text.isInvisible(point)) {
                key.append(spaced ? " " : "").appendCodePoint(point);
                spaced = false;
            }
        }
        return key.toString();
    }
}
