package dev.headway.lifecycle.imports;

import dev.headway.contracts.written.Text;

/** What a file calls a partnership. Keys that look alike are one. */
final class ExternalKey {

    private ExternalKey() {}

    /** The key without what nobody sees in it; spaces of any kind and number are one. */
    static String visible(String written) {
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
