package dev.headway.projections.personal;

/** A text as it stands between the quotation marks of JSON. */
public final class JsonText {

    private JsonText() {}

    public static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        for (var i = 0; i < text.length(); i++) {
            var each = text.charAt(i);
            if (each == '"' || each == '\\') {
                escaped.append('\\').append(each);
            } else if (each < ' ') {
                escaped.append("\\u%04x".formatted((int) each));
            } else {
                escaped.append(each);
            }
        }
        return escaped.toString();
    }
}
