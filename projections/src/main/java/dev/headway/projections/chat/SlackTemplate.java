package dev.headway.projections.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.headway.projections.chat.ChatProperties.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Slack's incoming webhooks: Block Kit, with a plain text for notifications. Texts are {@code
 * verbatim}, so that Slack makes no links or mentions of its own.
 */
@Component
class SlackTemplate implements Template {

    /** Slack takes 3000 characters a section. */
    private static final int LONGEST_SECTION = 2800;

    private static final int LONGEST_NAME = 80;

    private final JsonMapper json = new JsonMapper();

    @Override
    public Kind kind() {
        return Kind.SLACK;
    }

    @Override
    public String alert(String deliveryId, Told told) {
        var says = told.complaint() + "\n" + told.lastMoved() + "\n" + nextStep(told);
        return message(
                name(told) + " " + says.replace("\n", ". ") + ". " + told.link(),
                List.of(linkedName(told) + " " + says));
    }

    @Override
    public String digest(String deliveryId, List<Told> told, Detail detail) {
        var byComplaint =
                told.stream()
                        .collect(groupingBy(Told::complaintOfMany, LinkedHashMap::new, toList()));
        var sections = new ArrayList<String>();
        var counts = new ArrayList<String>();
        byComplaint.forEach(
                (complaint, those) -> {
                    counts.add(those.size() + " " + complaint);
                    var lines = those.stream().map(each -> line(each, detail)).toList();
                    sections.add("*" + those.size() + " " + complaint + "*");
                    sections.addAll(sections(lines, detail == Detail.FULL ? "\n" : " · "));
                });
        return message(told.size() + " alerts: " + String.join(", ", counts), sections);
    }

    private static String line(Told told, Detail detail) {
        return switch (detail) {
            case FULL -> "• " + linkedName(told) + ": " + told.lastMoved() + ". " + nextStep(told);
            case BRIEF -> name(told) + " " + told.quietDays() + " d";
        };
    }

    private static String name(Told told) {
        return Harmless.slack(told.alert().partnershipName(), LONGEST_NAME);
    }

    private static String linkedName(Told told) {
        return "*<" + told.link() + "|" + name(told) + ">*";
    }

    private static String nextStep(Told told) {
        var step = told.nextStep();
        return step == null
                ? "No next step planned"
                : "Next step: "
                        + Harmless.slack(step.title(), LONGEST_NAME)
                        + " ("
                        + Harmless.slack(step.owner(), LONGEST_NAME)
                        + ", due "
                        + Told.day(step.dueOn())
                        + ")";
    }

    private static List<String> sections(List<String> lines, String separator) {
        var sections = new ArrayList<String>();
        var section = new StringBuilder();
        for (var line : lines) {
            if (section.length() + separator.length() + line.length() > LONGEST_SECTION) {
                sections.add(section.toString());
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : separator).append(line);
        }
        sections.add(section.toString());
        return sections;
    }

    private String message(String text, List<String> sections) {
        var blocks = sections.stream().map(SlackTemplate::block).toList();
        return json.writeValueAsString(Map.of("text", text, "blocks", blocks));
    }

    private static Map<String, Object> block(String section) {
        var text = Map.of("type", "mrkdwn", "text", section, "verbatim", true);
        return Map.of("type", "section", "text", text);
    }
}
