package dev.headway.projections.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The event store as the log that projections read; woken by appends of this and other nodes. */
public final class StoredEventLog implements EventLog {

    /** More than lies between readers that catch up side by side; twice as many at the most. */
    private static final int CACHED = 6_000;

    private static final int STREAM_PAGE = 1_000;

    private final EventReads reads;
    private final EventDecoder decoder;
    private final HeadSignal headSignal;
    private final RecentEvents recent = new RecentEvents(this::read, CACHED);

    public StoredEventLog(EventReads reads, EventDecoder decoder, HeadSignal headSignal) {
        this.reads = reads;
        this.decoder = decoder;
        this.headSignal = headSignal;
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return recent.after(position, limit);
    }

    @Override
    public List<RecordedEvent> ofStream(String stream, long fromVersion, long toVersion) {
        var events = new ArrayList<RecordedEvent>();
        for (long from = Math.max(1, fromVersion);
                from <= toVersion;
                from = events.getLast().version() + 1) {
            var limit = (int) Math.min(STREAM_PAGE, toVersion - from + 1);
            var page = reads.ofStream(stream, from, limit);
            if (page.isEmpty()) {
                return events;
            }
            events.addAll(decoded(page));
        }
        return events;
    }

    @Override
    public Map<String, List<RecordedEvent>> ofShortStreams(Collection<String> streams) {
        return decoded(reads.ofShortStreams(streams)).stream()
                .collect(Collectors.groupingBy(RecordedEvent::stream));
    }

    private List<RecordedEvent> read(long position, int limit) {
        return decoded(reads.after(position, limit));
    }

    private List<RecordedEvent> decoded(List<StoredEvent> page) {
        var events = new ArrayList<RecordedEvent>(page.size());
        for (var stored : page) {
            events.add(decoder.decode(stored));
        }
        return events;
    }

    @Override
    public long head() {
        return reads.head();
    }

    @Override
    public void awaitBeyond(long position, Duration atMost) throws InterruptedException {
        headSignal.awaitBeyond(position, atMost);
    }
}
