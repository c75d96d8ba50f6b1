package dev.headway.projections.chat.rendering;

import dev.headway.projections.chat.rendering.TemplateView.Alert;
import dev.headway.projections.chat.rendering.TemplateView.Group;
import dev.headway.projections.chat.rendering.TemplateView.Paragraph;
import dev.headway.projections.chat.rendering.TemplateView.PartnershipLine;
import dev.headway.projections.chat.rendering.TemplateView.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Portions of a list that a block of text can hold: Slack takes 3000 characters, and 50 blocks. */
final class Paragraphs {

    /** Lets a heading and the words of a template in as well. */
    private static final int LONGEST = 2_400;

    /** What a template puts around an item at most. */
    private static final int AROUND = 60;

    private Paragraphs() {}

    static <T> Group<T> group(
            String heading, List<String> rules, List<T> items, ToIntFunction<T> length) {
        return new Group<>(heading, rules, items.size(), items, of(items, length));
    }

    static <T> List<Paragraph<T>> of(List<T> items, ToIntFunction<T> length) {
        var paragraphs = new ArrayList<Paragraph<T>>();
        var portion = new ArrayList<T>();
        var filled = 0;
        for (var item : items) {
            var more = length.applyAsInt(item) + AROUND;
            if (!portion.isEmpty() && filled + more > LONGEST) {
                paragraphs.add(new Paragraph<>(paragraphs.isEmpty(), List.copyOf(portion)));
                portion.clear();
                filled = 0;
            }
            portion.add(item);
            filled += more;
        }
        if (!portion.isEmpty()) {
            paragraphs.add(new Paragraph<>(paragraphs.isEmpty(), List.copyOf(portion)));
        }
        return paragraphs;
    }

    static int lengthOf(Alert alert) {
        return alert.preface().length()
                + alert.name().length()
                + alert.link().length()
                + alert.acknowledge().length()
                + alert.lastMoved().length()
                + lengthOf(alert.nextStep());
    }

    static int lengthOf(PartnershipLine line) {
        return line.name().length()
                + line.link().length()
                + lengthOf(line.nextStep())
                + line.steps().stream().mapToInt(Paragraphs::lengthOf).sum();
    }

    private static int lengthOf(@Nullable Step step) {
        return step == null ? 0 : step.title().length() + step.owner().length() + AROUND;
    }
}
