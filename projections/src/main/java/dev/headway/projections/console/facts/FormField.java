package dev.headway.projections.console.facts;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a form asks for.
 *
 * @param name where it goes in the body, as {@code metric.unit}; in the path, as {@code {seat}}
 * @param label what people are asked
 * @param hint more of it, in a sentence; empty for none
 * @param choices what may be chosen, where it is a choice
 */
public record FormField(
        String name, String label, String hint, Kind kind, boolean required, List<String> choices) {

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
        return new FormField(name, label, "", Kind.LINE, true, List.of());
    }

    public static FormField prose(String name, String label) {
        return new FormField(name, label, "", Kind.PROSE, true, List.of());
    }

    public static FormField number(String name, String label) {
        return new FormField(name, label, "", Kind.NUMBER, true, List.of());
    }

    public static FormField whole(String name, String label) {
        return new FormField(name, label, "", Kind.WHOLE, true, List.of());
    }

    public static FormField day(String name, String label) {
        return new FormField(name, label, "", Kind.DAY, true, List.of());
    }

    public static FormField yesNo(String name, String label) {
        return new FormField(name, label, "", Kind.YES_NO, true, List.of());
    }

    public static FormField person(String name, String label) {
        return new FormField(name, label, "", Kind.PERSON, true, List.of());
    }

    public static FormField choice(String name, String label, String... choices) {
        return new FormField(name, label, "", Kind.CHOICE, true, List.of(choices));
    }

    public static <E extends Enum<E>> FormField choice(String name, String label, E[] choices) {
        return choice(name, label, Arrays.stream(choices).map(Enum::name).toArray(String[]::new));
    }

    public static FormField several(String name, String label, String... choices) {
        return new FormField(name, label, "", Kind.SEVERAL, true, List.of(choices));
    }

    public FormField optional() {
        return new FormField(name, label, hint, kind, false, choices);
    }

    public FormField hint(String sentence) {
        return new FormField(name, label, sentence, kind, required, choices);
    }

    public FormField of(List<String> others) {
        return new FormField(name, label, hint, kind, required, others);
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
