package dev.headway.projections.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says of the entries of a page what each is about, and what that was called when it was recorded:
 * the past keeps its names.
 */
final class AuditedSubjects {

    private final JdbcClient database;

    AuditedSubjects(JdbcClient database) {
        this.database = database;
    }

    /** Completes entries that nobody has seen yet. */
    void addTo(List<AuditEntry> entries) {
        addTo(entries, subjects(entries, false));
    }

    /** The same, by the names of today: what stands beside other things of today has one name. */
    void addOfToday(List<AuditEntry> entries) {
        addTo(entries, subjects(entries, true));
    }

    private static void addTo(List<AuditEntry> entries, Map<Long, AuditedSubject> subjects) {
        for (var entry : entries) {
            var subject = subjects.get(entry.position());
            if (subject != null) {
                entry.isAbout(subject);
            }
        }
    }

    private Map<Long, AuditedSubject> subjects(List<AuditEntry> entries, boolean ofToday) {
        var subjects = new HashMap<Long, AuditedSubject>();
        database.sql(
                        """
                        select entry.position, entry.stream, entry.partnership_id,
                               coalesce(partnership.name, person.name, partner.name) as name
                        from   audit_entry entry
                               left join lateral
                               (select   payload ->> 'name' as name
                                from     audit_entry
                                where    partnership_id  = entry.partnership_id
                                and      (:today or position <= entry.position)
                                and      kind           in ('PartnershipRegistered',
                                                            'PartnershipRenamed')
                                order by position desc
                                limit    1) partnership on true
                               left join lateral
                               (select   payload ->> 'name' as name
                                from     audit_entry
                                where    stream       like 'person/%'
                                and      stream      = entry.stream
                                and      (:today or position <= entry.position)
                                and      kind       in ('PersonInvited', 'PersonRecognized')
                                order by position desc
                                limit    1) person on true
                               left join lateral
                               (select   payload ->> 'partnerName' as name
                                from     audit_entry
                                where    stream       like 'partner/%'
                                and      stream      = entry.stream
                                and      (:today or position <= entry.position)
                                and      kind       in ('PartnerNamed', 'PartnerRenamed')
                                order by position desc
                                limit    1) partner on true
                        where  entry.position = any(:positions)
                        """)
                .param("positions", entries.stream().map(AuditEntry::position).toArray(Long[]::new))
                .param("today", ofToday)
                .query(
                        row -> {
                            subjects.put(row.getLong("position"), subject(row));
                        });
        return subjects;
    }

    private static AuditedSubject subject(ResultSet row) throws SQLException {
        return AuditedSubject.of(
                row.getString("stream"), row.getString("partnership_id"), row.getString("name"));
    }
}
