package dev.headway.projections.chat.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template can say; every component is a name that it may use. Exactly one of {@code alert},
 * {@code digest}, {@code brief} and {@code weekly} is there. All text is harmless for the service
 * that the template is for, and is escaped for JSON when it is put in.
 *
 * @param type {@code alert.raised}, {@code alert.digest} or {@code steps.weekly}
 * @param count of alerts, or of partnerships for a weekly digest
 * @param summary one line for where nothing is marked up
 * @param partnershipLink the link to a partnership, with {@code {id}} in the place of its id
 * @param allAlerts the link to the list of all that are open
 */
record TemplateView(
        String type,
        String deliveryId,
        String timestamp,
        int count,
        String summary,
        String partnershipLink,
        String allAlerts,
        @Nullable Alert alert,
        @Nullable Digest digest,
        @Nullable Brief brief,
        @Nullable Weekly weekly) {

    /**
     * One alert.
     *
     * @param preface empty where it is told because it was raised
     * @param complaint as in "Acme <i>is a ghost town</i>"
     * @param about what of the partnership it is about, where it is not the whole
     * @param lastMoved as in "61 quiet days, last moved by touchpoint recorded on 2026-01-31"
     * @param late when it was due, as a date, where it was noticed a day or more later
     * @param mention what the service calls its owner, where it is a person and that is known
     * @param link to the partnership
     * @param acknowledge link to the page on which it is acknowledged
     */
    record Alert(
            String id,
            String partnershipId,
            String name,
            String rule,
            String severity,
            String occasion,
            String preface,
            String complaint,
            @Nullable String about,
            String lastMoved,
            @Nullable String late,
            long quietDays,
            Event anchor,
            Event lastMotion,
            String dueAt,
            String raisedAt,
            @Nullable Step nextStep,
            @Nullable String mention,
            String link,
            String acknowledge) {}

    /** An event; nothing of it is there where there was none. */
    record Event(@Nullable String event, @Nullable String eventId, @Nullable String at) {}

    /** A step; {@code dueOn} is a date, {@code dueAt} the same with its time. */
    record Step(String title, String owner, String dueOn, String dueAt) {}

    /** Alerts by what they complain of, each told with all there is. */
    record Digest(List<Group<Alert>> groups) {}

    /** Partnerships by the rules they are due under, each told once. */
    record Brief(List<Group<PartnershipLine>> groups) {}

    /** The partnerships of one owner, each with its next three steps. */
    record Weekly(@Nullable String owner, List<Paragraph<PartnershipLine>> paragraphs) {}

    /**
     * What goes under one heading.
     *
     * @param paragraphs the same items, in portions that a block of text can hold
     */
    record Group<T>(
            String heading,
            List<String> rules,
            int count,
            List<T> items,
            List<Paragraph<T>> paragraphs) {}

    /** Items that fit into a block of text; the heading goes before the first of a group. */
    record Paragraph<T>(boolean first, List<T> items) {}

    /** A partnership; {@code quietDays} is there in a brief digest, {@code stage} in a weekly. */
    record PartnershipLine(
            String id,
            String name,
            @Nullable String stage,
            @Nullable Long quietDays,
            String link,
            @Nullable Step nextStep,
            List<Step> steps) {}
}
