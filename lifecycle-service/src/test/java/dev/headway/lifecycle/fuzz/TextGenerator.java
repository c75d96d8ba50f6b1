package dev.headway.lifecycle.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Texts that a schema may take: what people write, in every alphabet, and what is only odd. */
final class TextGenerator {

    private static final List<String> WRITTEN =
            List.of(
                    "Reef Reach",
                    "Ada Okafor",
                    "a",
                    "no-sponsor",
                    "Ünïçødé 漢字 עברית 🛟",
                    " with blanks around it ",
                    "two\r\nlines\tand a tab",
                    "\u202Efrom right to left",
                    "e\u0301\u200B\uFEFF\u2028",
                    "\u00A0\u2800\u200B",
                    "<b onload=alert(1)>&amp;</b>",
                    "'; drop table partnerships; --",
                    "${jndi:ldap://localhost/a} {{7*7}} %s %n",
                    "../../etc/passwd",
                    "null",
                    "https://reef.example/?a=b#c",
                    "=1+1");

    private static final List<String> ODD_DAYS =
            List.of(
                    "0001-01-01",
                    "1899-12-31",
                    "1900-01-01",
                    "9999-12-31",
                    "9999-12-31T23:59:59.999999999-18:00",
                    "0000-01-01",
                    "2024-02-29",
                    "2026-02-30",
                    "2026-12-31T24:00:00Z",
                    "2016-12-31T23:59:60Z",
                    "2026-01-31T09:30+18:00",
                    "2026-01-31T09:30:00.123456789Z");

    private static final List<String> SPANS =
            List.of("P30D", "PT1S", "PT0S", "P1DT2H3M4.5S", "P3700D", "P3701D", "PT0.000000001S");

    private final Random random;

    TextGenerator(Random random) {
        this.random = random;
    }

    /** Any of many kinds; the asker takes one that fits. */
    String any() {
        return switch (random.nextInt(6)) {
            case 0 -> day(random.nextBoolean());
            case 1 -> one(SPANS);
            case 2 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 3 -> Integer.toString(random.nextInt(1000));
            default -> one(WRITTEN);
        };
    }

    String day(boolean past) {
        if (random.nextInt(12) == 0) {
            return one(ODD_DAYS);
        }
        var days = Duration.ofDays(1 + random.nextInt(random.nextInt(5) > 0 ? 28 : 300));
        var at = past ? Instant.now().minus(days) : Instant.now().plus(days);
        return random.nextBoolean() ? at.toString() : at.toString().substring(0, 10);
    }

    String ofLength(int length) {
        var text = one(List.of("x", "ß", "漢", " y"));
        return text.repeat(length).substring(0, length);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
