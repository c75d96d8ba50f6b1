package dev.headway.lifecycle.accounts.managing;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A password, as it was typed: nothing is trimmed off, and any character will do. */
final class AsTypedDeserializer extends StdDeserializer<String> {

    AsTypedDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        return json.hasToken(JsonToken.VALUE_STRING)
                ? json.getString()
                : (String) context.handleUnexpectedToken(String.class, json);
    }
}
