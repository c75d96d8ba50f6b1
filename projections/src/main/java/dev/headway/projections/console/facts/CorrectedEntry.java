package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.Times;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.NullNode;

/** What was recorded, as the fields of the form that corrects it: only what differs is sent. */
record CorrectedEntry(ApiObject entry) {

    /** Fields of forms that entries have under another name. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("metric.name", "metricName"),
                    Map.entry("metric.unit", "metricUnit"),
                    Map.entry("metric.baseline", "baseline"),
                    Map.entry("metric.target", "target"),
                    Map.entry("ours.focus", "ourFocus"),
                    Map.entry("ours.ready", "oursReady"),
                    Map.entry("partner.focus", "partnerFocus"),
                    Map.entry("partner.ready", "partnerReady"),
                    Map.entry("actor", "incentiveActor"),
                    Map.entry("outcome", "stepOutcome"));

    /** Pages of one kind that are looked through. */
    private static final int PAGES = 20;

    /** The newest of its kind are looked at first; empty where it is not among them. */
    static Optional<CorrectedEntry> find(
            UUID id, @Nullable String kind, @Nullable String eventId, HeadwayApi api) {
        if (kind == null || eventId == null || !kind.matches("[A-Za-z]+")) {
            return Optional.empty();
        }
        var cursor = "";
        for (int page = 0; page < PAGES && (page == 0 || !cursor.isEmpty()); page++) {
            Map<String, List<String>> asked = new LinkedHashMap<>();
            asked.put("kind", List.of(kind));
            asked.put("order", List.of("desc"));
            if (!cursor.isEmpty()) {
                asked.put("cursor", List.of(cursor));
            }
            var answer = api.ask("/partnerships/%s/history".formatted(id), asked).body();
            var found =
                    answer.each("items").stream()
                            .filter(each -> each.text("eventId").equals(eventId))
                            .findFirst();
            if (found.isPresent()) {
                return found.map(CorrectedEntry::new);
            }
            cursor = answer.text("nextCursor");
        }
        return Optional.empty();
    }

    /** The form with what stands in its fields, where nobody has typed anything yet. */
    MultiValueMap<String, String> filled(
            FactForm form, MultiValueMap<String, String> typed, Times times) {
        var all = new LinkedMultiValueMap<>(typed);
        for (var field : form.fields()) {
            all.putIfAbsent(field.parameter(), List.of(standing(field, times)));
        }
        return all;
    }

    /** What differs, as the body of the call; of a move the day is all there is. */
    Map<String, Object> body(FactForm form, MultiValueMap<String, String> typed, Times times) {
        var differing = new LinkedMultiValueMap<>(typed);
        var changed =
                form.fields().stream()
                        .filter(field -> typed.containsKey(field.parameter()))
                        .filter(field -> !value(field, typed).equals(standing(field, times)))
                        .map(CorrectedEntry::whole)
                        .collect(Collectors.toSet());
        form.fields().stream()
                .filter(field -> !changed.contains(whole(field)))
                .forEach(field -> differing.remove(field.parameter()));
        var body = FormBody.of(form.fields(), differing);
        form.fields().stream()
                .filter(field -> !field.required() && changed.contains(field.name()))
                .filter(field -> value(field, differing).isEmpty())
                .forEach(field -> body.put(field.name(), NullNode.getInstance()));
        if (Corrections.isMove(entry.text("type"))) {
            body.putIfAbsent("effectiveAt", entry.text("effectiveAt"));
        }
        return body;
    }

    /** A list is replaced as one; of anything else each field is. */
    private static String whole(FormField field) {
        var parts = field.name().split("\\.");
        return parts.length == 3 ? parts[0] : field.name();
    }

    private static String value(FormField field, MultiValueMap<String, String> typed) {
        var value = typed.getFirst(field.parameter());
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    private String standing(FormField field, Times times) {
        var parts = field.name().split("\\.");
        var listed = parts.length == 3;
        var within = listed ? nth(parts[0], Integer.parseInt(parts[1])) : entry;
        var name = listed ? parts[2] : NAMES.getOrDefault(field.name(), field.name());
        return switch (field.kind()) {
            case DAY -> times.field(within.instant(name));
            case YES_NO -> !within.has(name) ? "" : within.flag(name) ? "yes" : "no";
            case NUMBER, WHOLE -> plain(within.number(name));
            case PROSE, LINE, PERSON, CHOICE, SEVERAL ->
                    field.name().equals("reason") ? "" : within.text(name);
        };
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private ApiObject nth(String list, int n) {
        var all = entry.each(list);
        return n < all.size() ? all.get(n) : ApiObject.NOTHING;
    }
}
