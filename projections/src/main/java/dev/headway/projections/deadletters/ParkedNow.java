package dev.headway.projections.deadletters;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which answers are behind, for whoever is answered: what was parked a second ago at the most, so
 * that it costs an answer nothing to say it.
 */
@Component
public class ParkedNow {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final DeadLetterQueries letters;
    private volatile @Nullable Seen seen;

    private record Seen(Map<String, Set<String>> streams, long at) {

        boolean isGood() {
            return System.nanoTime() - at < GOOD_FOR.toNanos();
        }
    }

    public ParkedNow(DeadLetterQueries letters) {
        this.letters = letters;
    }

    /**
     * Those of these projections that are behind.
     *
     * @param stream whose answer it is; null for an answer about many, which is behind when any of
     *     them is
     */
    public List<String> behind(Collection<String> projections, @Nullable String stream) {
        var parked = streams();
        return parked.isEmpty()
                ? List.of()
                : projections.stream()
                        .distinct()
                        .filter(each -> isBehind(parked.getOrDefault(each, Set.of()), stream))
                        .sorted()
                        .toList();
    }

    /** How many streams are parked in a projection. */
    public int countOf(String projection) {
        return streams().getOrDefault(projection, Set.of()).size();
    }

    /** The streams that are parked, by projection; none that has none. */
    public Map<String, Set<String>> streams() {
        var known = seen;
        if (known != null && known.isGood()) {
            return known.streams();
        }
        var now = new Seen(letters.parked(), System.nanoTime());
        seen = now;
        return now.streams();
    }

    private static boolean isBehind(Set<String> parked, @Nullable String stream) {
        return stream == null ? !parked.isEmpty() : parked.contains(stream);
    }
}
