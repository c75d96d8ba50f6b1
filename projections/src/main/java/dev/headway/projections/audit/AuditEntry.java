package dev.headway.projections.audit;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.projections.audit.UsedWaivers.GateOfEntry;
import dev.headway.projections.audit.UsedWaivers.UsedWaiver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * One change, or one that was refused, with the event's own fields beside who was behind it.
 *
 * @param type the event's name
 * @param stream what it belongs to: a partnership's id, {@code program}, or an import's id
 * @param actor the subject of the person behind it
 * @param person the same person as they were shown then; null for Headway itself, and where an
 *     event is older than the directory
 * @param through the subject of the service that called for them, or null
 * @param reason why, as the caller gave it with the request or in the event
 * @param correlationId what all this belongs to, as whoever called named it; else the request
 * @param requestId the one request that brought it; null where an event is older than that
 * @param policyVersion the version of the program's policy that was in force, 0 before the first
 *     change of it
 * @param daysLate whole days of 24 hours between what happened and its recording; null for less
 *     than one
 * @param outcome {@code DONE} or {@code REFUSED}
 * @param gated for a move that has a gate: whether it stood before it; an imported one did not
 * @param withdrawn if it was said later that it never held
 * @param dateCorrected for a move: if it was said later that it was made on another date
 * @param corrects the withdrawn event in whose place it stands
 * @param correctedBy of what was withdrawn, and of its withdrawal, what was recorded with that in
 *     its place; null where nothing was
 * @param fields the event's own fields, the evaluated {@code gate} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        String type,
        String stream,
        long version,
        long position,
        String eventId,
        Instant effectiveAt,
        Instant recordedAt,
        String actor,
        @Nullable ShownPerson person,
        String role,
        @Nullable String through,
        String channel,
        @Nullable String reason,
        String correlationId,
        @Nullable String requestId,
        long policyVersion,
        @Nullable Integer daysLate,
        String outcome,
        @Nullable Boolean gated,
        @Nullable Withdrawal withdrawn,
        @Nullable DateCorrection dateCorrected,
        @Nullable String corrects,
        @Nullable String correctedBy,
        @JsonAnyGetter Map<String, JsonNode> fields) {

    /** When somebody said that it never held, who, and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Withdrawal(
            Instant at, String actor, @Nullable ShownPerson person, @Nullable String reason) {

        static @Nullable Withdrawal of(ResultSet row) throws SQLException {
            var at = row.getObject("withdrawn_at", OffsetDateTime.class);
            return at == null
                    ? null
                    : new Withdrawal(
                            at.toInstant(),
                            row.getString("withdrawn_by"),
                            ShownPerson.of(
                                    row.getString("withdrawn_by_id"),
                                    row.getString("withdrawn_by_name")),
                            row.getString("withdrawn_reason"));
        }
    }

    /**
     * When somebody said that a move was made on another date, who, and why.
     *
     * @param effectiveAt when it was made, as far as is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DateCorrection(
            Instant effectiveAt,
            Instant at,
            String actor,
            @Nullable ShownPerson person,
            @Nullable String reason) {

        /** When an entry happened, where {@link #JOIN} is joined. */
        static final String HAPPENED = "coalesce(redated.moved_at, entry.effective_at)";

        /**
         * Joins {@code redated} to {@code audit_entry entry}, which stays as it was recorded; asks
         * for {@code :known}, the instant from which on corrections are not heeded.
         */
        static final String JOIN =
                """
                left join lateral
                (select   cast(payload ->> 'movedAt' as timestamptz) as moved_at,
                          recorded_at                                as redated_at,
                          actor                                      as redated_by,
                          actor_id                                   as redated_by_id,
                          actor_name                                 as redated_by_name,
                          coalesce(reason, payload ->> 'reason')     as redated_reason
                 from     audit_entry
                 where    corrected_event = entry.event_id
                 and      kind            = 'MoveDateCorrected'
                 and      recorded_at     < :known
                 order by position desc
                 limit    1) redated on true
                """;

        /**
         * Whether {@code audit_entry entry} was ever given another date; there are few of those.
         */
        static final String IS_REDATED =
                """
                entry.position = any(array(select moved.position
                                           from   audit_entry correction
                                                  join audit_entry moved
                                                  on moved.event_id = correction.corrected_event
                                           where  correction.kind = 'MoveDateCorrected'))
                """;

        /** For {@code :known}; null heeds all. */
        static OffsetDateTime known(@Nullable OffsetDateTime known) {
            return known == null ? OffsetDateTime.MAX : known;
        }

        static @Nullable DateCorrection of(ResultSet row) throws SQLException {
            var movedAt = row.getObject("moved_at", OffsetDateTime.class);
            return movedAt == null
                    ? null
                    : new DateCorrection(
                            movedAt.toInstant(),
                            row.getObject("redated_at", OffsetDateTime.class).toInstant(),
                            row.getString("redated_by"),
                            ShownPerson.of(
                                    row.getString("redated_by_id"),
                                    row.getString("redated_by_name")),
                            row.getString("redated_reason"));
        }
    }

    /** When it happened, as far as is known. */
    public Instant happenedAt() {
        return dateCorrected == null ? effectiveAt : dateCorrected.effectiveAt();
    }

    static final String DONE = "DONE";
    static final String REFUSED = "REFUSED";

    /** The fields that hold the id of something that has a name. */
    private static final List<String> REGARDED =
            List.of("stepId", "obligationId", "bendId", "waiverId");

    /** Ids that people choose are told apart from those that are given. */
    static final String OBJECTIVE = "objective ";

    /** Those that give the name themselves. */
    private static final Set<String> NAMING =
            Set.of(
                    StepPlanned.class.getSimpleName(),
                    ObligationTaken.class.getSimpleName(),
                    WaiverRequested.class.getSimpleName(),
                    ObjectiveShared.class.getSimpleName(),
                    ObjectiveChanged.class.getSimpleName(),
                    ObjectiveConfirmed.class.getSimpleName());

    private static final Set<String> GATED_MOVES =
            Set.of(
                    PilotStarted.class.getSimpleName(),
                    PartnershipLaunched.class.getSimpleName(),
                    PartnershipScaled.class.getSimpleName(),
                    PartnershipSunset.class.getSimpleName());

    /** A row of {@code audit_entry}. */
    static AuditEntry of(ResultSet row, int number) throws SQLException {
        var fields =
                AuditedEventTypes.MAPPER.readValue(
                        row.getString("payload"),
                        new TypeReference<LinkedHashMap<String, JsonNode>>() {});
        fields.remove("effectiveAt");
        var reason = fields.remove("reason");
        rename(fields, "eventId", "correctedEventId");
        rename(fields, "actor", "incentiveActor");
        rename(fields, "outcome", "stepOutcome");
        var kind = row.getString("kind");
        var effectiveAt = row.getObject("effective_at", OffsetDateTime.class).toInstant();
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new AuditEntry(
                kind,
                row.getString("stream"),
                row.getLong("version"),
                row.getLong("position"),
                row.getString("event_id"),
                effectiveAt,
                recordedAt,
                row.getString("actor"),
                ShownPerson.of(row.getString("actor_id"), row.getString("actor_name")),
                row.getString("role"),
                row.getString("through"),
                row.getString("channel"),
                reason == null ? row.getString("reason") : reason.asString(),
                row.getString("correlation_id"),
                row.getString("request_id"),
                GateOfEntry.of(fields).policyVersion().orElse(row.getLong("policy_version")),
                daysLate(effectiveAt, recordedAt),
                row.getString("outcome"),
                GATED_MOVES.contains(kind) ? fields.containsKey("gate") : null,
                Withdrawal.of(row),
                DateCorrection.of(row),
                row.getString("corrects"),
                row.getString("corrected_by"),
                fields);
    }

    private static @Nullable Integer daysLate(Instant effectiveAt, Instant recordedAt) {
        var days = Duration.between(effectiveAt, recordedAt).toDays();
        return days < 1 ? null : (int) days;
    }

    GateOfEntry gate() {
        return GateOfEntry.of(fields);
    }

    /** Completes an entry that nobody has seen yet with the waivers that its gate took. */
    void used(List<UsedWaiver> waivers) {
        fields.put("waiversUsed", AuditedEventTypes.MAPPER.valueToTree(waivers));
    }

    /** The event that this one is about or stands in the place of. */
    Stream<String> correctedEvent() {
        var named = fields.get("correctedEventId");
        return Stream.of(
                        Optional.ofNullable(named).map(JsonNode::asString),
                        Optional.ofNullable(corrects))
                .flatMap(Optional::stream);
    }

    /**
     * Completes an entry that nobody has seen yet with what it replaced; a refused move and a
     * handover say themselves where to.
     */
    void complete(Replacement replacement) {
        if (!fields.containsKey("to")) {
            putIfThere("from", replacement.from());
            putIfThere("to", replacement.to());
        }
    }

    /**
     * Says by its name which step, obligation, bend or waiver it is about; not where it says so.
     */
    void regards(Map<String, String> names) {
        if (!NAMING.contains(type)) {
            Stream.concat(
                            REGARDED.stream().map(fields::get),
                            Stream.ofNullable(fields.get("objectiveId"))
                                    .map(id -> StringNode.valueOf(OBJECTIVE + id.asString())))
                    .filter(Objects::nonNull)
                    .map(id -> names.get(id.asString()))
                    .filter(Objects::nonNull)
                    .forEach(name -> putIfThere("regarding", name));
        }
    }

    /** Says what it is about, where those who read it may not know. */
    void isAbout(AuditedSubject subject) {
        fields.put("about", AuditedEventTypes.MAPPER.valueToTree(subject));
    }

    private void putIfThere(String name, @Nullable String text) {
        if (text != null) {
            fields.put(name, StringNode.valueOf(text));
        }
    }

    /** Beside who was behind an event, some of its own fields need another name. */
    private static void rename(Map<String, JsonNode> fields, String name, String otherName) {
        var value = fields.remove(name);
        if (value != null) {
            fields.put(otherName, value);
        }
    }
}
