package dev.headway.projections.chat.rendering;

import dev.headway.projections.chat.rendering.AlertContent.Partnership;
import dev.headway.projections.chat.rendering.TemplateView.Event;
import dev.headway.projections.chat.rendering.TemplateView.PartnershipLine;
import dev.headway.projections.chat.rendering.TemplateView.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts what is told into words that are harmless for one service. */
record ViewFactory(ChannelKind kind, Links links) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 200;
    private static final Duration LATE = Duration.ofDays(1);

    TemplateView.Alert alert(AlertContent content) {
        var partnership = content.partnership();
        var motion = content.lastMotion();
        return new TemplateView.Alert(
                content.alertId(),
                partnership.id(),
                words(partnership.name()),
                content.rule(),
                content.severity(),
                content.occasion(),
                content.preface() == null ? "" : words(content.preface()) + ": ",
                content.complaint().ofOne(),
                content.about().isEmpty() ? null : words(content.about()),
                lastMoved(content),
                content.raisedAt().isBefore(content.dueAt().plus(LATE))
                        ? null
                        : day(content.dueAt()).toString(),
                content.quietDays(),
                new Event(
                        content.anchor().event(),
                        content.anchor().eventId(),
                        content.anchor().at().toString()),
                motion == null
                        ? new Event(null, null, null)
                        : new Event(motion.event(), null, motion.at().toString()),
                content.dueAt().toString(),
                content.raisedAt().toString(),
                partnership.next().stream().findFirst().map(this::step).orElse(null),
                kind.isHandle(content.mention()) ? content.mention() : null,
                links.partnership(partnership.id()),
                links.acknowledge(content.alertId()));
    }

    /** In one line, for where nothing is marked up. */
    String summary(AlertContent content) {
        var who = content.preface() == null ? "" : content.preface() + ": ";
        return kind.sanitizeSummary(who + content.partnership().name(), LONGEST_TEXT)
                + " "
                + content.complaint().ofOne();
    }

    /** In the briefest way: with its next step only. */
    PartnershipLine partnershipLine(AlertContent content) {
        var next = content.partnership().next().stream().findFirst().map(this::step);
        return partnershipLine(
                content.partnership(), content.quietDays(), next.orElse(null), List.of());
    }

    /** With all of its next three steps. */
    PartnershipLine partnershipLine(Partnership partnership) {
        var steps = partnership.next().stream().map(this::step).toList();
        return partnershipLine(partnership, null, null, steps);
    }

    String words(String text) {
        return kind.sanitize(text, LONGEST_NAME);
    }

    private PartnershipLine partnershipLine(
            Partnership partnership,
            @Nullable Long quietDays,
            @Nullable Step nextStep,
            List<Step> steps) {
        return new PartnershipLine(
                partnership.id(),
                words(partnership.name()),
                partnership.stage(),
                quietDays,
                links.partnership(partnership.id()),
                nextStep,
                steps);
    }

    private Step step(AlertContent.Step step) {
        return new Step(
                words(step.title()),
                words(step.owner()),
                day(step.dueOn()).toString(),
                step.dueOn().toString());
    }

    private static String lastMoved(AlertContent content) {
        var days = content.quietDays() == 1 ? "1 quiet day" : content.quietDays() + " quiet days";
        var motion = content.lastMotion();
        return motion == null
                ? days + ", never moved"
                : days + ", last moved by " + inWords(motion.event()) + " on " + day(motion.at());
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** {@code TouchpointRecorded} is touchpoint recorded. */
    private static String inWords(String event) {
        return event.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
