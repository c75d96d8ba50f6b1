package dev.headway.projections.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.WebhookEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the audit is about.
 *
 * @param id null for the program, the log and the audit, of which there is one, and for what has a
 *     name for good
 * @param name what a partnership, a person or a partner was called then, or a projection or a
 *     webhook is; null for what has no name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditedSubject(Kind kind, @Nullable String id, @Nullable String name) {

    /** What changes are about. */
    enum Kind {
        PARTNERSHIP,
        PERSON,
        IMPORT,
        PROGRAM,
        ERASURE,
        LOG,
        AUDIT,
        PROJECTION,
        WEBHOOK,
        PARTNER
    }

    private static final String PERSON = "person/";
    private static final String IMPORT = "import-";
    private static final String ERASURE = "erasure/";

    /**
     * What a stream tells of; of an alert it is the partnership that it is about.
     *
     * @param partnershipId null where it is about none
     */
    static AuditedSubject of(String stream, @Nullable String partnershipId, @Nullable String name) {
        if (partnershipId != null) {
            return new AuditedSubject(Kind.PARTNERSHIP, partnershipId, name);
        }
        if (stream.startsWith(PERSON)) {
            return new AuditedSubject(Kind.PERSON, stream.substring(PERSON.length()), name);
        }
        if (stream.startsWith(PartnerEvent.STREAM)) {
            var partner = stream.substring(PartnerEvent.STREAM.length());
            return new AuditedSubject(Kind.PARTNER, partner, name);
        }
        if (stream.startsWith(IMPORT)) {
            return new AuditedSubject(Kind.IMPORT, stream.substring(IMPORT.length()), null);
        }
        if (stream.startsWith(ProjectionEvent.STREAM)) {
            var projection = stream.substring(ProjectionEvent.STREAM.length());
            return new AuditedSubject(Kind.PROJECTION, null, projection);
        }
        if (stream.startsWith(WebhookEvent.STREAM)) {
            var webhook = stream.substring(WebhookEvent.STREAM.length());
            return new AuditedSubject(Kind.WEBHOOK, null, webhook);
        }
        if (stream.startsWith(AuditEvent.STREAM)) {
            return new AuditedSubject(Kind.AUDIT, null, null);
        }
        if (stream.startsWith(ERASURE)) {
            return new AuditedSubject(Kind.ERASURE, stream.substring(ERASURE.length()), null);
        }
        return new AuditedSubject(
                stream.equals(SealingEvent.STREAM) ? Kind.LOG : Kind.PROGRAM, null, null);
    }
}
