package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiAnswer;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.util.MultiValueMap;

/**
 * What is said once a form was taken: what came of it, that nothing did, and what whoever typed it
 * may not have meant.
 *
 * @param before the partnership as the form found it
 */
record WhatChanged(FactForm form, MultiValueMap<String, String> typed, ApiAnswer before) {

    private static final String REASON = "reason";
    private static final String DUE = "dueOn";

    /** The fields that say when something happened. */
    private static final Set<String> HAPPENED = Set.of("effectiveAt", "announcedOn", "notifiedOn");

    /**
     * @param after what the call answered; of the same version where it recorded nothing
     */
    String said(ApiAnswer after, Times times) {
        if (!before.version().isEmpty() && before.version().equals(after.version())) {
            return "Nothing differed: it was so before.";
        }
        var said = form.method().equals(HttpMethod.PATCH) ? changed() : form.said();
        return said + overdue(times) + early(times);
    }

    private String overdue(Times times) {
        return isOverdue(times) ? " It is overdue already: that day is over." : "";
    }

    /** What was known late is taken all the same; of a mistyped year nobody would hear else. */
    private String early(Times times) {
        var registered = registered();
        return registered != null
                        && days(HAPPENED::contains).anyMatch(day -> times.isBefore(day, registered))
                ? " It lies before the partnership was registered, on %s."
                        .formatted(times.day(registered))
                : "";
    }

    private @Nullable Instant registered() {
        return before.body().each("stages").stream()
                .findFirst()
                .map(stage -> stage.instant("since"))
                .orElse(null);
    }

    /** The days that were typed into fields of such names. */
    private Stream<LocalDate> days(Predicate<String> named) {
        return form.fields().stream()
                .filter(field -> named.test(field.name()))
                .map(field -> typed.getFirst(field.parameter()))
                .filter(Objects::nonNull)
                .map(WhatChanged::day)
                .flatMap(Optional::stream);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException _) {
            return Optional.empty(); // none was given
        }
    }

    private String changed() {
        var labels =
                form.fields().stream()
                        .filter(this::differs)
                        .map(field -> field.label().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return labels.isEmpty() ? form.said() : "Changed: " + labels + ".";
    }

    private boolean differs(FormField field) {
        var text = typed.getFirst(field.parameter());
        return text != null
                && !field.name().equals(REASON)
                && !text.strip().equals(known(before.body(), field.name()));
    }

    private static String known(ApiObject all, String name) {
        var dot = name.indexOf('.');
        return dot < 0
                ? all.text(name)
                : known(all.at(name.substring(0, dot)), name.substring(dot + 1));
    }

    private boolean isOverdue(Times times) {
        return days(name -> name.endsWith(DUE))
                .anyMatch(day -> times.isPast(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
