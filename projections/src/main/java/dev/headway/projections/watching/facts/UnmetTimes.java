package dev.headway.projections.watching.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a criterion does not hold by itself, as far as what is known now decides it: time alone can
 * undo one (a reading gets old, a step's day passes), and mend one.
 *
 * @param by the event that left it so
 * @param spans in order; the last may be without end
 */
public record UnmetTimes(Anchor by, List<Span> spans) {

    public UnmetTimes {
        spans = List.copyOf(spans);
    }

    /** Whether it is the event itself that left the criterion unmet, and not time after it. */
    public boolean isUndoneByEvent() {
        return !spans.isEmpty() && spans.getFirst().from().equals(by.at());
    }

    /** The same times, where what was unmet before goes on and begins no new time. */
    UnmetTimes following(Optional<UnmetTimes> before, Instant at) {
        var first = spans.getFirst();
        if (!first.has(at)) {
            return before.filter(was -> was.spans.equals(spans)).orElse(this);
        }
        var going = before.flatMap(was -> was.spanAt(at));
        var start = going.map(Span::from).orElse(by.at());
        var goesOn = Stream.of(new Span(start, first.until()));
        return new UnmetTimes(
                going.isPresent() ? before.orElseThrow().by : by,
                Stream.concat(goesOn, spans.stream().skip(1)).toList());
    }

    private Optional<Span> spanAt(Instant at) {
        return spans.stream().filter(span -> span.has(at)).findFirst();
    }
}
