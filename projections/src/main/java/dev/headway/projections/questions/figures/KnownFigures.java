package dev.headway.projections.questions.figures;

import dev.headway.projections.questions.figures.FigureChanges.Change;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What this node knows of every partnership's figures, some hundred bytes each. All is read once,
 * and then whoever changed; used by one thread at a time.
 */
@Component
class KnownFigures {

    private final FigureChanges changes;
    private final FigureReader reader;
    private final Map<String, PartnershipFigures> known = new HashMap<>();
    private @Nullable Change seen;

    KnownFigures(FigureChanges changes, FigureReader reader) {
        this.changes = changes;
        this.reader = reader;
    }

    /** All of them, brought up to date; not to be kept. */
    Collection<PartnershipFigures> upToDate() {
        var before = seen;
        var since = before == null ? null : changes.from(before);
        if (before == null
                || since == null
                || since.isEmpty()
                || !since.getFirst().isSame(before)) {
            readAll();
        } else if (since.size() > 1) {
            var changed = new HashSet<String>();
            since.stream().skip(1).forEach(change -> changed.addAll(change.partnerships()));
            var found = reader.read(changed);
            known.keySet().removeAll(changed);
            known.putAll(found);
            seen = since.getLast();
        }
        return known.values();
    }

    /** What changes while all is read is read once more the next time. */
    private void readAll() {
        var newest = changes.newest();
        var all = reader.read(null);
        known.clear();
        known.putAll(all);
        seen = newest;
    }
}
