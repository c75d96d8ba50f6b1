package dev.headway.lifecycle.imports;

import static dev.headway.lifecycle.imports.ImportColumn.*;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.lifecycle.partnership.ImportPartnership;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a row of a file's values, and finds every fault; remembers the keys it has met. */
final class RowParser {

    private final CsvHeader header;
    private final Instant now;
    private final Map<String, Integer> firstRows = new HashMap<>();

    RowParser(CsvHeader header, Instant now) {
        this.header = header;
        this.now = now;
    }

    ImportRow row(int number, List<String> content) {
        var values = new RowValues(header, content, now);
        var key = header.value(content, EXTERNAL_KEY);
        checkFirst(number, key, values);
        if (content.size() != header.width()) {
            values.addError(
                    null,
                    "has %d values under a header of %d columns"
                            .formatted(content.size(), header.width()));
            return new ImportRow.Invalid(number, key == null ? "" : key, values.errors());
        }
        return row(number, values);
    }

    /** The first row of a key counts, whether it is good or not. */
    private void checkFirst(int number, @Nullable String key, RowValues values) {
        var first = key == null ? null : firstRows.putIfAbsent(key, number);
        if (first != null) {
            values.addError(
                    EXTERNAL_KEY,
                    "is the key of row %d already; the first row counts".formatted(first));
        }
    }

    private static ImportRow row(int number, RowValues values) {
        var externalKey = values.text(EXTERNAL_KEY);
        var name = values.text(NAME);
        var partnerName = values.text(PARTNER_NAME);
        var partnerType = values.enumValue(PARTNER_TYPE, PartnerType.class);
        var pattern = values.enumValue(PATTERN, Pattern.class);
        var owner = values.text(OWNER);
        var registeredAt = values.time(REGISTERED_AT);
        var stages = StageDates.of(values, registeredAt);
        var sunsetReason = values.text(SUNSET_REASON);
        var lastMotionAt = values.time(LAST_MOTION_AT);
        if (lastMotionAt != null && registeredAt != null && lastMotionAt.isBefore(registeredAt)) {
            values.addError(LAST_MOTION_AT, "lies before registeredAt");
        }
        var errors = values.errors();
        if (!errors.isEmpty()
                || externalKey == null
                || name == null
                || partnerName == null
                || partnerType == null
                || registeredAt == null) {
            return new ImportRow.Invalid(number, externalKey == null ? "" : externalKey, errors);
        }
        return new ImportRow.Valid(
                number,
                new ImportPartnership(
                        ImportPartnership.idOf(externalKey),
                        externalKey,
                        name,
                        partnerName,
                        partnerType,
                        pattern,
                        owner,
                        registeredAt,
                        stages,
                        sunsetReason,
                        lastMotionAt));
    }
}
