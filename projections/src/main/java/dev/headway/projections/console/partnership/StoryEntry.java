package dev.headway.projections.console.partnership;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.facts.Corrections;
import dev.headway.projections.console.layout.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a partnership, with both its times. */
public record StoryEntry(ApiObject of) {

    private static final Duration AT_THE_TIME = Duration.ofMinutes(5);

    private static final Set<String> MOTION =
            Set.of(
                    "TouchpointRecorded",
                    "StepCompleted",
                    "JointWinRecorded",
                    "MeasurementTaken",
                    "PilotJudged",
                    "PilotStarted",
                    "PartnershipLaunched",
                    "PartnershipScaled",
                    "MotionImported");

    private static final Set<String> ENDED_STEP = Set.of("StepCompleted", "StepDropped");

    /** Besides moves. */
    private static final Set<String> CANNOT_BE_WITHDRAWN =
            Set.of(
                    "MoveRefused",
                    "FactWithdrawn",
                    "MoveDateCorrected",
                    "PartnershipVoided",
                    "PartnershipUnvoided",
                    "RowImported",
                    "PartnerAssigned");

    public String type() {
        return of.text("type");
    }

    /** {@code motion}, {@code refused} or {@code other}. */
    public String kind() {
        if (of.text("outcome").equals("REFUSED")) {
            return "refused";
        }
        var passed = type().equals("SeamChecked") && of.text("verdict").equals("PASS");
        return (MOTION.contains(type()) || passed) && !isWithdrawn() ? "motion" : "other";
    }

    /** The partnership it is about, or empty. */
    public String partnershipId() {
        var stream = of.text("stream");
        return stream.matches("[0-9a-f-]{36}") ? stream : of.text("partnershipId");
    }

    public String headline() {
        var said = Headlines.of(of);
        return isCorrection() ? "Corrected: " + said : said;
    }

    /** What changed by it, from what to what; empty where nothing did. */
    public String replaced() {
        return Replaced.of(of);
    }

    /** Whether it stands in the place of what was withdrawn. */
    public boolean isCorrection() {
        return of.has("corrects");
    }

    /** Whether something else stands in its place. */
    public boolean isCorrected() {
        return isWithdrawn() && of.has("correctedBy");
    }

    /** Whether it says what a file said, of which what came of it is told beside it. */
    boolean isRow() {
        return type().equals("RowImported");
    }

    /** Whether it is one half of a correction, which is told by what stands instead. */
    public boolean isHalf() {
        return type().equals("FactWithdrawn") && of.has("correctedBy");
    }

    public String detail() {
        return Headlines.detail(of);
    }

    public boolean isWithdrawn() {
        return of.has("withdrawn");
    }

    /** Whether somebody may say that it never held. */
    public boolean isWithdrawable() {
        return !isWithdrawn()
                && !of.text("stream").startsWith("alert-")
                && !Corrections.isMove(type())
                && !CANNOT_BE_WITHDRAWN.contains(type());
    }

    /** Whether somebody may say how it was instead. */
    public boolean isCorrectable() {
        return !isWithdrawn()
                && !of.text("stream").startsWith("alert-")
                && Corrections.isPossible(type());
    }

    /** Whether it ended a step, which may go on. */
    public boolean isReopenable() {
        return !isWithdrawn() && ENDED_STEP.contains(type()) && of.has("stepId");
    }

    public String who() {
        var name = of.at("person").text("name");
        return name.isEmpty() ? of.text("actor") : name;
    }

    public String door() {
        return Words.within(of.text("channel"));
    }

    /** When it happened, after what was corrected of it. */
    public @Nullable Instant happened() {
        return isRedated() ? redated().instant("effectiveAt") : first();
    }

    /** When it happened as it was recorded. */
    public @Nullable Instant first() {
        return of.instant("effectiveAt");
    }

    /** Whether a move was given another date. */
    public boolean isRedated() {
        return of.has("dateCorrected");
    }

    /** By whom, and why. */
    public ApiObject redated() {
        return of.at("dateCorrected");
    }

    public String redatedBy() {
        var name = redated().at("person").text("name");
        return name.isEmpty() ? redated().text("actor") : name;
    }

    public @Nullable Instant recorded() {
        return of.instant("recordedAt");
    }

    /** Whether it was recorded some time after it happened. */
    public boolean isLate() {
        var happened = first();
        var recorded = recorded();
        return happened != null
                && recorded != null
                && Duration.between(happened, recorded).compareTo(AT_THE_TIME) > 0;
    }
}
