package dev.headway.lifecycle.imports;

import dev.headway.contracts.written.ExternalKey;
import dev.headway.lifecycle.partnership.deciding.EffectiveTime;
import dev.headway.projections.http.DateOrInstantDeserializer;
import dev.headway.projections.http.PlainTextDeserializer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one row, and everything that is found to be wrong with them. */
final class RowValues {

    private static final int MAX_QUOTED = 60;

    private static final String NO_DAY =
            ", as a spreadsheet shows a date that is none; leave the cell blank, or give the date";

    private static final String NO_FORMAT =
            ", as a spreadsheet keeps a date in a cell of another format; give the cell the format of"
                    + " a date";

    private final ImportHeader header;
    private final List<String> row;
    private final Instant now;
    private final List<RowError> errors = new ArrayList<>();
    private final List<RowError> missing = new ArrayList<>();

    RowValues(ImportHeader header, List<String> row, Instant now) {
        this.header = header;
        this.row = row;
        this.now = now;
    }

    boolean has(ImportColumn column) {
        return header.value(row, column) != null;
    }

    /** What the row calls its partnership, without what nobody sees in it; null without one. */
    @Nullable String key() {
        var key = header.value(row, ImportColumn.EXTERNAL_KEY);
        return key == null ? null : ExternalKey.visible(key);
    }

    @Nullable String text(ImportColumn column) {
        var value = header.value(row, column);
        if (value == null && column == ImportColumn.EXTERNAL_KEY) {
            addError(column, "is required");
        } else if (value == null && column.isRequired()) {
            addMissing(column, "is required");
        }
        if (value != null && value.length() > column.maxLength()) {
            addError(column, "is longer than %d characters".formatted(column.maxLength()));
            return null;
        }
        if (value != null && !PlainTextDeserializer.isPlain(value)) {
            addError(column, "holds a character that cannot be stored");
            return null;
        }
        if (value != null && SheetErrors.has(value)) {
            addError(column, "'%s' is an error of the spreadsheet".formatted(value));
            return null;
        }
        return value;
    }

    /** A word of the language, however loosely people write it. */
    <E extends Enum<E>> @Nullable E enumValue(ImportColumn column, Class<E> words) {
        var value = text(column);
        if (value == null) {
            return null;
        }
        var word = LooseWord.folded(value);
        for (var enumValue : words.getEnumConstants()) {
            if (LooseWord.folded(enumValue.name()).equals(word)) {
                return enumValue;
            }
        }
        addError(
                column,
                "'%s' is none of %s"
                        .formatted(shortened(value), Arrays.toString(words.getEnumConstants())));
        return null;
    }

    @Nullable Instant time(ImportColumn column) {
        var value = text(column);
        if (value == null) {
            return null;
        }
        try {
            var at = DateOrInstantDeserializer.parse(value);
            if (EffectiveTime.isFuture(at, now)) {
                addError(column, "'%s' lies in the future".formatted(shortened(value)));
            }
            return at;
        } catch (DateTimeException mistaken) {
            addError(
                    column,
                    "'%s' %s%s".formatted(shortened(value), mistaken.getMessage(), hint(value)));
            return null;
        }
    }

    private static String hint(String value) {
        if (SheetErrors.isNoDay(value)) {
            return NO_DAY;
        }
        return value.matches("[0-9]{4,6}([.][0-9]+)?") ? NO_FORMAT : "";
    }

    void addError(@Nullable ImportColumn column, String message) {
        errors.add(new RowError(column == null ? null : column.heading(), message));
    }

    /** What is wrong unless the key is known: then a blank says nothing. */
    void addMissing(ImportColumn column, String message) {
        missing.add(new RowError(column.heading(), message));
    }

    List<RowError> missing() {
        return List.copyOf(missing);
    }

    List<RowError> errors() {
        return List.copyOf(errors);
    }

    private static String shortened(String value) {
        return value.length() <= MAX_QUOTED ? value : value.substring(0, MAX_QUOTED) + "…";
    }
}
