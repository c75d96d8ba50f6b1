package dev.headway.projections.audit;

import static dev.headway.projections.audit.StatedFact.values;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.projections.audit.StatedFact.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What it is called, where it stands, and whether it should be there at all. */
final class DescriptionFacts {

    /** Whom a partnership is with as long as nobody says so. */
    private static final String BY_NAME = "by name";

    private DescriptionFacts() {}

    /** Everything that a registration says, each for itself. */
    static List<StatedFact> of(PartnershipRegistered event) {
        return List.of(
                stage(event),
                forGood("name", event.effectiveAt(), values("name", event.name())),
                forGood("partner", event.effectiveAt(), partner(event)),
                forGood("voiding", event.effectiveAt(), values("voided", false)),
                forGood("assignment", event.effectiveAt(), values("partnerId", BY_NAME)));
    }

    static StatedFact stage(StageEntered event) {
        return forGood("stage", event.effectiveAt(), values("stage", event.stage()));
    }

    static StatedFact of(DescriptionEvent event) {
        return switch (event) {
            case PartnershipRenamed e -> forGood("name", e.effectiveAt(), values("name", e.name()));
            case PartnerDescribed e -> forGood("partner", e.effectiveAt(), partner(e));
            case PartnerAssigned e ->
                    forGood(
                            "assignment",
                            e.effectiveAt(),
                            values(
                                    "partnerId",
                                    Objects.requireNonNullElse(e.partnerId(), BY_NAME)));
            case PatternChosen e ->
                    forGood("pattern", e.effectiveAt(), values("pattern", e.pattern()));
            case RowImported e -> forGood("row", e.effectiveAt(), row(e));
        };
    }

    static StatedFact voiding(VoidingEvent event) {
        return forGood(
                "voiding",
                event.effectiveAt(),
                switch (event) {
                    case PartnershipVoided e -> values("voided", true, "twinOf", e.twinOf());
                    case PartnershipUnvoided _ -> values("voided", false);
                });
    }

    private static Map<String, String> partner(PartnershipRegistered event) {
        return partner(
                new PartnerDescribed(
                        event.partnerName(),
                        event.partnerType(),
                        event.partnerWebsite(),
                        event.segment(),
                        event.externalKey(),
                        event.effectiveAt()));
    }

    private static Map<String, String> partner(PartnerDescribed event) {
        return values(
                "partnerName", event.partnerName(),
                "partnerType", event.partnerType(),
                "partnerWebsite", event.partnerWebsite(),
                "segment", event.segment(),
                "externalKey", event.externalKey());
    }

    private static Map<String, String> row(RowImported event) {
        return values(
                "name", event.name(),
                "partnerName", event.partnerName(),
                "partnerType", event.partnerType(),
                "segment", event.segment(),
                "owner", event.owner(),
                "pattern", event.pattern(),
                "sunsetReason", event.sunsetReason(),
                "lastMotionAt", event.lastMotionAt());
    }

    private static StatedFact forGood(
            String subject, Instant effectiveAt, Map<String, String> values) {
        return StatedFact.whole(subject, Span.FOR_GOOD, effectiveAt, values);
    }
}
