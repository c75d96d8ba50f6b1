package dev.headway.lifecycle.imports;

import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a file's keys to the partnerships that have them: by an earlier file, or since somebody
 * gave them the key.
 */
@Component
class KnownKeys {

    private final WhichPartnershipIsMeant known;

    KnownKeys(WhichPartnershipIsMeant known) {
        this.known = known;
    }

    /** The rows, each for the partnership that it means. */
    List<ImportRow> resolved(List<ImportRow> rows) {
        var ids = known.byExternalKey(rows.stream().map(ImportRow::externalKey).toList());
        return rows.stream().map(row -> resolved(row, ids.get(row.externalKey()))).toList();
    }

    private static ImportRow resolved(ImportRow row, @Nullable String partnershipId) {
        return partnershipId == null ? row.ofNewKey() : row.of(partnershipId);
    }
}
