package dev.headway.projections.http;

import dev.headway.contracts.written.SealedText;
import dev.headway.contracts.written.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Text as people write it: no control characters but line breaks and tabs, no half of a surrogate
 * pair. PostgreSQL cannot store some of these, and nobody can read the others. Nor what passes for
 * a sealed text: only Headway seals. Every text that comes in is asked here, whatever door it comes
 * through, and goes on {@link Text#clean cleaned}.
 */
public final class PlainTextDeserializer extends StdDeserializer<String> {

    PlainTextDeserializer() {
        super(String.class);
    }

    /** Whether a text is one that Headway stores. */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainTextDeserializer::isPlain)
                && !SealedText.isWithin(text);
    }

    private static boolean isPlain(int point) {
        var isLayout = point == '\n' || point == '\r' || point == '\t';
        var isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return isLayout || !(Character.isISOControl(point) || isHalf);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, json);
        }
        var text = json.getString();
        return isPlain(text)
                ? Text.clean(text)
                : (String)
                        context.handleWeirdStringValue(
                                String.class, text, "holds a character that cannot be stored");
    }
}
