package dev.headway.projections.audit;

import dev.headway.contracts.PartnerEvent;
import dev.headway.projections.log.RecordedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what the changes of a page of entries replaced. It follows from the entries before them
 * when somebody asks, and not from what was put right afterwards: an entry goes on telling what it
 * replaced when it was recorded.
 */
final class Replacements {

    private static final String PROGRAM = "ProgramChanged";

    private static final Set<String> ADDED =
            StatedFacts.ADDED.stream().map(Class::getSimpleName).collect(Collectors.toSet());

    private final JdbcClient database;

    Replacements(JdbcClient database) {
        this.database = database;
    }

    /** Completes entries that nobody has seen yet with what each of them replaced. */
    void addTo(List<AuditEntry> entries) {
        var asked =
                entries.stream()
                        .filter(each -> !ADDED.contains(each.type()) || each.corrects() != null)
                        .collect(Collectors.toMap(AuditEntry::position, each -> each));
        if (asked.isEmpty()) {
            return;
        }
        for (var stream : histories(asked.values()).values()) {
            var recorded = new RecordedStream(stream);
            var names = recorded.names();
            stream.stream()
                    .map(each -> asked.get(each.position()))
                    .filter(Objects::nonNull)
                    .forEach(entry -> entry.regards(names));
            recorded.replacements(asked.keySet())
                    .forEach(
                            (position, found) ->
                                    Objects.requireNonNull(asked.get(position)).complete(found));
        }
    }

    /** What happened up to the last of these entries, by stream, in order. */
    private Map<String, List<RecordedEvent>> histories(Collection<AuditEntry> asked) {
        return Stream.of(
                        ofPartnerships(asked),
                        ofProgram(asked),
                        ofStreams("person/", asked),
                        ofStreams(PartnerEvent.STREAM, asked))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(RecordedEvent::stream));
    }

    /**
     * What stands for itself replaces nothing and is left out, but for what a correction of these
     * is about; there may be thousands.
     */
    private List<RecordedEvent> ofPartnerships(Collection<AuditEntry> asked) {
        return database
                .sql(
                        """
                        select   ${columns}
                        from     audit_entry
                        where    partnership_id in (select partnership_id
                                                    from   audit_entry
                                                    where  position = any(:asked))
                        and      (position <= :last or corrects = any(:named))
                        and      (kind <> all(:added) or corrects = any(:named) or event_id = any(:named))
                        order by position
                        """
                                .replace("${columns}", AuditRow.COLUMNS))
                .param("asked", asked.stream().map(AuditEntry::position).toArray(Long[]::new))
                .param("last", lastOf(asked))
                .param("added", ADDED.toArray(String[]::new))
                .param(
                        "named",
                        asked.stream().flatMap(AuditEntry::correctedEvent).toArray(String[]::new))
                .query(AuditRow.Stored::of)
                .list()
                .stream()
                .map(AuditRow.Stored::event)
                .toList();
    }

    /** The policies of these entries, and the one before them. */
    private List<RecordedEvent> ofProgram(Collection<AuditEntry> asked) {
        var first =
                asked.stream()
                        .filter(each -> each.type().equals(PROGRAM))
                        .mapToLong(AuditEntry::position)
                        .min();
        return first.isEmpty()
                ? List.of()
                : database
                        .sql(
                                """
                                select   ${columns}
                                from     audit_entry
                                where    kind      = :kind
                                and      position >= coalesce((select max(position)
                                                               from   audit_entry
                                                               where  kind     = :kind
                                                               and    position < :first), 0)
                                and      position <= :last
                                order by position
                                """
                                        .replace("${columns}", AuditRow.COLUMNS))
                        .param("kind", PROGRAM)
                        .param("first", first.getAsLong())
                        .param("last", lastOf(asked))
                        .query(AuditRow.Stored::of)
                        .list()
                        .stream()
                        .map(AuditRow.Stored::event)
                        .toList();
    }

    /**
     * What was said of people or partners.
     *
     * @param prefix what the names of their streams begin with; there is an index for each
     */
    private List<RecordedEvent> ofStreams(String prefix, Collection<AuditEntry> asked) {
        var streams =
                asked.stream()
                        .map(AuditEntry::stream)
                        .filter(stream -> stream.startsWith(prefix))
                        .distinct()
                        .toArray(String[]::new);
        return streams.length == 0
                ? List.of()
                : database
                        .sql(
                                """
                                select   ${columns}
                                from     audit_entry
                                where    stream like '${prefix}%'
                                and      stream   = any(:streams)
                                and      position <= :last
                                order by position
                                """
                                        .replace("${columns}", AuditRow.COLUMNS)
                                        .replace("${prefix}", prefix))
                        .param("streams", streams)
                        .param("last", lastOf(asked))
                        .query(AuditRow.Stored::of)
                        .list()
                        .stream()
                        .map(AuditRow.Stored::event)
                        .toList();
    }

    private static long lastOf(Collection<AuditEntry> asked) {
        return asked.stream().mapToLong(AuditEntry::position).max().orElse(0);
    }
}
