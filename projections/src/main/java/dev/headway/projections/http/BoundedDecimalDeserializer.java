package dev.headway.projections.http;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A number that can be written out: {@code 1e2147483647} is ten characters of JSON and two
 * gigabytes of digits, and arithmetic on its scale overflows.
 */
final class BoundedDecimalDeserializer extends StdDeserializer<BigDecimal> {

    private static final int MAX_DIGITS = 100;

    BoundedDecimalDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
        if (!json.currentToken().isNumeric()) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
        }
        var number = json.getDecimalValue();
        if (Math.abs((long) number.scale()) > MAX_DIGITS) {
            return (BigDecimal)
                    context.handleWeirdNumberValue(BigDecimal.class, number, "is out of bounds");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
