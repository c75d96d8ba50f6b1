package dev.headway.lifecycle.imports.uploads;

/** The first row of a text that says anything, before it is known what separates its values. */
final class HeaderLine {

    private HeaderLine() {}

    /** Up to the first line end that stands in no quotes; empty where nothing says anything. */
    static String of(String start) {
        var isQuoted = false;
        var says = false;
        var from = 0;
        for (int at = 0; at < start.length(); at++) {
            var each = start.charAt(at);
            isQuoted ^= each == '"';
            says |= Character.isLetterOrDigit(each);
            if (!isQuoted && (each == '\n' || each == '\r')) {
                if (says) {
                    return start.substring(from, at);
                }
                from = at + 1;
            }
        }
        return says ? start.substring(from) : "";
    }
}
