package dev.headway.lifecycle.imports.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a workbook, which spells what XML cannot hold as {@code _x000D_} (ECMA-376, 22.9.2.19).
 */
final class WrittenText {

    private static final Pattern SPELT = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private WrittenText() {}

    /** As people see it. */
    static String shown(String written) {
        return SPELT.matcher(written)
                .replaceAll(
                        spelt ->
                                Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(spelt.group(1), 16))));
    }
}
