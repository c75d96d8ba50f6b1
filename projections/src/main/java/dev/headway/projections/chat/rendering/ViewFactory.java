package dev.headway.projections.chat.rendering;

import dev.headway.projections.chat.rendering.AlertContent.Partnership;
import dev.headway.projections.chat.rendering.TemplateView.Event;
import dev.headway.projections.chat.rendering.TemplateView.Known;
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

    TemplateView.Alert alert(AlertContent told) {
        var partnership = told.partnership();
        var motion = told.lastMotion();
        return new TemplateView.Alert(
                told.alertId(),
                partnership.id(),
                words(partnership.name()),
                told.rule(),
                told.severity(),
                told.occasion(),
                told.preface() == null ? "" : words(told.preface()) + ": ",
                told.complaint().ofOne(),
                told.about().isEmpty() ? null : words(told.about()),
                lastMoved(told),
                told.raisedAt().isBefore(told.dueAt().plus(LATE))
                        ? null
                        : day(told.dueAt()).toString(),
                told.quietDays(),
                new Event(
                        told.anchor().event(),
                        told.anchor().eventId(),
                        told.anchor().at().toString()),
                motion == null
                        ? new Event(null, null, null)
                        : new Event(motion.event(), null, motion.at().toString()),
                told.dueAt().toString(),
                told.raisedAt().toString(),
                partnership.next().stream().findFirst().map(this::step).orElse(null),
                links.partnership(partnership.id()),
                links.acknowledge(told.alertId()));
    }

    /** In one line, for where nothing is marked up. */
    String summary(AlertContent told) {
        var who = told.preface() == null ? "" : told.preface() + ": ";
        return kind.sanitizeSummary(who + told.partnership().name(), LONGEST_TEXT)
                + " "
                + told.complaint().ofOne();
    }

    /** In the briefest way: with its next step only. */
    Known known(AlertContent told) {
        var next = told.partnership().next().stream().findFirst().map(this::step);
        return known(told.partnership(), told.quietDays(), next.orElse(null), List.of());
    }

    /** With all of its next three steps. */
    Known known(Partnership partnership) {
        var steps = partnership.next().stream().map(this::step).toList();
        return known(partnership, null, null, steps);
    }

    String words(String text) {
        return kind.sanitize(text, kind == ChannelKind.WEBHOOK ? LONGEST_TEXT : LONGEST_NAME);
    }

    private Known known(
            Partnership partnership,
            @Nullable Long quietDays,
            @Nullable Step nextStep,
            List<Step> steps) {
        return new Known(
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

    private static String lastMoved(AlertContent told) {
        var days = told.quietDays() == 1 ? "1 quiet day" : told.quietDays() + " quiet days";
        var motion = told.lastMotion();
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
