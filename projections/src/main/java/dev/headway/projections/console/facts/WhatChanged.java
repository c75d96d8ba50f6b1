package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiAnswer;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /**
     * @param after what the call answered; of the same version where it recorded nothing
     */
    String said(ApiAnswer after, Times times) {
        if (!before.version().isEmpty() && before.version().equals(after.version())) {
            return "Nothing differed: it was so before.";
        }
        var said = form.method().equals(HttpMethod.PATCH) ? changed() : form.said();
        return isOverdue(times) ? said + " It is overdue already: that day is over." : said;
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
        return form.fields().stream()
                .filter(field -> field.name().endsWith(DUE))
                .map(field -> typed.getFirst(field.parameter()))
                .anyMatch(day -> day != null && isOver(day, times));
    }

    private static boolean isOver(String day, Times times) {
        try {
            return times.isPast(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return false; // none was given
        }
    }
}
