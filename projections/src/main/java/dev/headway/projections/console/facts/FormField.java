package dev.headway.projections.console.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a form asks for.
 *
 * @param name where it goes in the body, as {@code metric.unit}; in the path, as {@code {seat}}
 * @param label what people are asked
 * @param hint more of it, in a sentence; empty for none
 * @param choices what may be chosen, where it is a choice
 * @param meanings what a choice means, in a sentence, where its word does not say it
 */
public record FormField(
        String name,
        String label,
        String hint,
        Kind kind,
        boolean required,
        List<String> choices,
        Map<String, String> meanings) {

    /** What somebody types, and what becomes of it in JSON. */
    public enum Kind {
        LINE,
        PROSE,
        NUMBER,
        WHOLE,
        DAY,
        YES_NO,
        CHOICE,
        SEVERAL,
        PERSON
    }

    public static FormField line(String name, String label) {
        return of(name, label, Kind.LINE);
    }

    public static FormField prose(String name, String label) {
        return of(name, label, Kind.PROSE);
    }

    public static FormField number(String name, String label) {
        return of(name, label, Kind.NUMBER);
    }

    public static FormField whole(String name, String label) {
        return of(name, label, Kind.WHOLE);
    }

    public static FormField day(String name, String label) {
        return of(name, label, Kind.DAY);
    }

    public static FormField yesNo(String name, String label) {
        return of(name, label, Kind.YES_NO);
    }

    public static FormField person(String name, String label) {
        return of(name, label, Kind.PERSON);
    }

    public static FormField choice(String name, String label, String... choices) {
        return of(name, label, Kind.CHOICE, choices);
    }

    public static <E extends Enum<E>> FormField choice(String name, String label, E[] choices) {
        return choice(name, label, Arrays.stream(choices).map(Enum::name).toArray(String[]::new));
    }

    public static FormField several(String name, String label, String... choices) {
        return of(name, label, Kind.SEVERAL, choices);
    }

    private static FormField of(String name, String label, Kind kind, String... choices) {
        return new FormField(name, label, "", kind, true, List.of(choices), Map.of());
    }

    public FormField optional() {
        return new FormField(name, label, hint, kind, false, choices, meanings);
    }

    public FormField hint(String sentence) {
        return new FormField(name, label, sentence, kind, required, choices, meanings);
    }

    public FormField of(List<String> others) {
        return new FormField(name, label, hint, kind, required, others, meanings);
    }

    /** The same, which says of each choice what it means. */
    public FormField meaning(Map<String, String> sentences) {
        return new FormField(name, label, hint, kind, required, choices, sentences);
    }

    /** Whether it is a part of the address and not of the body. */
    boolean isInPath() {
        return name.startsWith("{");
    }

    /** As the form sends it. */
    public String parameter() {
        return name.replaceAll("[{}]", "");
    }

    /** As an error of the API points to it; null for what is in the path. */
    @Nullable String pointer() {
        return isInPath() ? null : "/" + name.replace('.', '/');
    }
}
