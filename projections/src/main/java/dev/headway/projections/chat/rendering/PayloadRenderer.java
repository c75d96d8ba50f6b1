package dev.headway.projections.chat.rendering;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.headway.projections.chat.rendering.AlertContent.Partnership;
import dev.headway.projections.chat.rendering.TemplateView.Brief;
import dev.headway.projections.chat.rendering.TemplateView.Digest;
import dev.headway.projections.chat.rendering.TemplateView.Group;
import dev.headway.projections.chat.rendering.TemplateView.PartnershipLine;
import dev.headway.projections.chat.rendering.TemplateView.Weekly;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes payloads of what is told, for every kind of channel. */
public final class PayloadRenderer {

    private static final String ID = "{id}";

    private final Map<ChannelKind, MessageTemplate> templates = new EnumMap<>(ChannelKind.class);
    private final Links links;

    /**
     * Tries every template once, so that one that is broken is noticed before it is needed.
     *
     * @param folder where operators keep templates of their own, or null
     * @throws IllegalArgumentException for a template that is broken
     */
    public PayloadRenderer(Links links, @Nullable Path folder) {
        this.links = links;
        for (var kind : ChannelKind.values()) {
            templates.put(kind, MessageTemplate.of(kind, folder));
            new TemplateSelfTest(this, kind).run();
        }
    }

    /** Whether a channel of this kind takes a payload. */
    public static boolean fits(ChannelKind kind, String payload) {
        return size(payload) <= kind.largestPayload();
    }

    /** In bytes, as it is sent. */
    public static int size(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Tells of one alert. */
    public String alert(ChannelKind kind, UUID deliveryId, Instant now, AlertContent content) {
        var views = new ViewFactory(kind, links);
        return render(
                kind,
                new TemplateView(
                        "alert.raised",
                        deliveryId.toString(),
                        now.toString(),
                        1,
                        views.summary(content),
                        links.partnership(ID),
                        links.alerts(),
                        views.alert(content),
                        null,
                        null,
                        null));
    }

    /** Tells of many alerts, each with all there is. */
    public String digest(
            ChannelKind kind, UUID deliveryId, Instant now, List<AlertContent> content) {
        var views = new ViewFactory(kind, links);
        var groups =
                byPhrase(content).entrySet().stream()
                        .map(
                                group ->
                                        Paragraphs.group(
                                                count(group.getValue().size(), group.getKey()),
                                                List.of(group.getValue().getFirst().rule()),
                                                group.getValue().stream()
                                                        .map(views::alert)
                                                        .toList(),
                                                Paragraphs::lengthOf))
                        .toList();
        return render(kind, digest(deliveryId, now, totals(content), new Digest(groups), null));
    }

    /** Tells of many alerts as briefly as possible: each partnership once, with all its rules. */
    public String brief(
            ChannelKind kind, UUID deliveryId, Instant now, List<AlertContent> content) {
        var views = new ViewFactory(kind, links);
        var byPartnership =
                content.stream()
                        .collect(
                                groupingBy(
                                        each -> each.partnership().id(),
                                        LinkedHashMap::new,
                                        toList()));
        var byRules =
                byPartnership.values().stream()
                        .collect(groupingBy(PayloadRenderer::rules, LinkedHashMap::new, toList()));
        var groups = byRules.entrySet().stream().map(group -> brief(views, group)).toList();
        return render(kind, digest(deliveryId, now, totals(content), null, new Brief(groups)));
    }

    /**
     * Tells how many alerts there are, and some of them.
     *
     * @param totals how many of each kind, in the order in which they are told
     * @param worst no partnership twice
     */
    public String overview(
            ChannelKind kind,
            UUID deliveryId,
            Instant now,
            Map<PluralPhrase, Long> totals,
            List<AlertContent> worst) {
        var views = new ViewFactory(kind, links);
        var groups =
                byPhrase(worst).entrySet().stream()
                        .map(
                                group ->
                                        Paragraphs.group(
                                                count(
                                                        totals.getOrDefault(group.getKey(), 0L),
                                                        group.getKey()),
                                                List.of(group.getValue().getFirst().rule()),
                                                group.getValue().stream()
                                                        .map(views::partnershipLine)
                                                        .toList(),
                                                Paragraphs::lengthOf))
                        .toList();
        return render(kind, digest(deliveryId, now, totals, null, new Brief(groups)));
    }

    /**
     * Tells an owner the next three steps of each partnership.
     *
     * @param owner null for those that nobody owns
     */
    public String weekly(
            ChannelKind kind,
            UUID deliveryId,
            Instant now,
            @Nullable String owner,
            List<Partnership> partnerships) {
        var views = new ViewFactory(kind, links);
        var lines = partnerships.stream().map(views::partnershipLine).toList();
        var whose = owner == null ? "nobody's partnerships" : "partnerships of " + owner;
        var summary =
                "Next steps this week: " + lines.size() + " " + kind.sanitizeSummary(whose, 100);
        return render(
                kind,
                new TemplateView(
                        "steps.weekly",
                        deliveryId.toString(),
                        now.toString(),
                        lines.size(),
                        summary,
                        links.partnership(ID),
                        links.alerts(),
                        null,
                        null,
                        null,
                        new Weekly(
                                owner == null ? null : views.words(owner),
                                Paragraphs.of(lines, Paragraphs::lengthOf))));
    }

    private TemplateView digest(
            UUID deliveryId,
            Instant now,
            Map<PluralPhrase, Long> totals,
            @Nullable Digest digest,
            @Nullable Brief brief) {
        var all = totals.values().stream().mapToLong(Long::longValue).sum();
        var counts =
                totals.entrySet().stream()
                        .map(total -> count(total.getValue(), total.getKey()))
                        .collect(joining(", "));
        return new TemplateView(
                "alert.digest",
                deliveryId.toString(),
                now.toString(),
                Math.toIntExact(all),
                all + (all == 1 ? " alert: " : " alerts: ") + counts,
                links.partnership(ID),
                links.alerts(),
                null,
                digest,
                brief,
                null);
    }

    private static Group<PartnershipLine> brief(
            ViewFactory views, Map.Entry<List<String>, List<List<AlertContent>>> group) {
        var words =
                group.getValue().getFirst().stream()
                        .sorted(comparing(AlertContent::rule))
                        .map(content -> content.complaint().of(group.getValue().size()))
                        .distinct()
                        .collect(joining(", "));
        return Paragraphs.group(
                group.getValue().size() + " " + words,
                group.getKey(),
                group.getValue().stream().map(List::getFirst).map(views::partnershipLine).toList(),
                Paragraphs::lengthOf);
    }

    private static List<String> rules(List<AlertContent> ofOnePartnership) {
        return ofOnePartnership.stream().map(AlertContent::rule).distinct().sorted().toList();
    }

    private static Map<PluralPhrase, List<AlertContent>> byPhrase(List<AlertContent> content) {
        return content.stream()
                .collect(groupingBy(AlertContent::complaint, LinkedHashMap::new, toList()));
    }

    private static Map<PluralPhrase, Long> totals(List<AlertContent> content) {
        return content.stream()
                .collect(groupingBy(AlertContent::complaint, LinkedHashMap::new, counting()));
    }

    private static String count(long alerts, PluralPhrase complaint) {
        return alerts + " " + complaint.of(alerts);
    }

    private String render(ChannelKind kind, TemplateView view) {
        return Objects.requireNonNull(templates.get(kind)).render(view);
    }
}
