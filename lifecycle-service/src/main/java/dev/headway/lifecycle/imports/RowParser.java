package dev.headway.lifecycle.imports;

import static dev.headway.lifecycle.imports.ImportColumn.*;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.lifecycle.imports.ImportRow.Place;
import dev.headway.lifecycle.imports.uploads.UploadedRow;
import dev.headway.lifecycle.partnership.ImportPartnership;
import dev.headway.projections.querying.OwnerFilter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a row of a file's values, and finds every fault; remembers the keys it has met. */
final class RowParser {

    private final ImportHeader header;
    private final Instant now;
    private final Map<String, Place> firstRows = new HashMap<>();

    RowParser(ImportHeader header, Instant now) {
        this.header = header;
        this.now = now;
    }

    ImportRow row(int number, UploadedRow uploaded) {
        var place = new Place(number, uploaded.line());
        var values = new RowValues(header, uploaded.values(), now);
        var key = values.key();
        checkFirst(place, key, values);
        if (uploaded.width() > header.width() || uploaded.values().size() < header.width()) {
            values.addError(
                    null,
                    "has %d values under a header of %d columns"
                            .formatted(uploaded.values().size(), header.width()));
            return invalid(place, key, values.errors(), List.of());
        }
        if (header.hasUnnamedValue(uploaded.values())) {
            values.addError(null, "has a value in a column without a heading");
        }
        return row(place, key, values);
    }

    /** The first row of a key counts, whether it is good or not. */
    private void checkFirst(Place place, @Nullable String key, RowValues values) {
        var first = key == null ? null : firstRows.putIfAbsent(key, place);
        if (first != null) {
            values.addError(
                    EXTERNAL_KEY,
                    "is the key of row %d in line %d already; the first row counts"
                            .formatted(first.number(), first.line()));
        }
    }

    private static ImportRow row(Place place, @Nullable String key, RowValues values) {
        values.text(EXTERNAL_KEY);
        var name = values.text(NAME);
        var partnerName = values.text(PARTNER_NAME);
        var partnerType = values.enumValue(PARTNER_TYPE, PartnerType.class);
        var pattern = values.enumValue(PATTERN, Pattern.class);
        var segment = values.text(SEGMENT);
        var owner = values.text(OWNER);
        if (owner != null && OwnerFilter.isWhoeverAsks(owner)) {
            values.addError(
                    OWNER,
                    "'%s' is how lists call whoever asks; write a name, or say who it is by ownerId"
                            .formatted(owner));
        }
        var registeredAt = values.time(REGISTERED_AT);
        var stages = StageDates.of(values, registeredAt);
        var sunsetReason = values.text(SUNSET_REASON);
        var lastMotionAt = values.time(LAST_MOTION_AT);
        if (lastMotionAt != null && registeredAt != null && lastMotionAt.isBefore(registeredAt)) {
            values.addError(LAST_MOTION_AT, "lies before registeredAt");
        }
        var errors = values.errors();
        if (!errors.isEmpty() || key == null) {
            return invalid(place, key, errors, values.missing());
        }
        return new ImportRow.Valid(
                place,
                new ImportPartnership(
                        ImportPartnership.idOf(key),
                        key,
                        name,
                        partnerName,
                        partnerType,
                        pattern,
                        segment,
                        owner,
                        registeredAt,
                        stages,
                        sunsetReason,
                        lastMotionAt),
                values.missing());
    }

    private static ImportRow invalid(
            Place place, @Nullable String key, List<RowError> errors, List<RowError> missing) {
        return new ImportRow.Invalid(place, key == null ? "" : key, errors, missing);
    }
}
