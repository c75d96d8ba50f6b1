package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.QueryText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms that do what alerts, and reasons to stand still, ask for. */
public final class Reliefs {

    public static final Reliefs OFFERED = new Reliefs();

    private static final String MOVE = "move";

    private Reliefs() {}

    /**
     * A way to do it.
     *
     * @param address of the form
     * @param says what the form does
     */
    public record Way(String address, String says) {}

    /**
     * What an alert asks for.
     *
     * @param back where it was asked for
     */
    public Way of(ApiObject alert, String back) {
        var rule = alert.text("rule");
        var form = form(rule);
        Map<String, List<String>> more = new LinkedHashMap<>();
        var subject = alert.text("subject");
        if (rule.equals("objective-overdue")) {
            var ids = subject.split("/", 2);
            more.put("on", List.of(ids[0]));
            more.put("keyResult", List.of(ids[ids.length - 1]));
            more.put("about", List.of(alert.text("about")));
        } else if (form.isAboutOne()) {
            more.put("on", List.of(subject));
            more.put("about", List.of(alert.text("about")));
        } else if (rule.equals("seat-vacant")) {
            more.put("seat", List.of(subject));
        }
        return way(alert.text("partnershipId"), rule, form, more, back);
    }

    /** What sets something going that stands still for a reason. */
    public Way of(String partnership, String reason, String back) {
        return way(partnership, reason, form(reason), new LinkedHashMap<>(), back);
    }

    private static Way way(
            String partnership,
            String rule,
            FactForm form,
            Map<String, List<String>> more,
            String back) {
        more.put("back", List.of(back));
        var isMove = isMove(rule);
        return new Way(
                "/partnerships/%s/%s?%s"
                        .formatted(
                                partnership,
                                isMove ? MOVE : "record/" + form.id(),
                                QueryText.of(more)),
                isMove ? "Move it" : form.title());
    }

    private static boolean isMove(String rule) {
        return rule.equals("planning-stall") || rule.equals("parked-due");
    }

    private static FactForm form(String rule) {
        var id =
                switch (rule) {
                    case "no-open-step", "steps-unsecured", "one-person-carries" -> "step";
                    case "step-overdue" -> "step-done";
                    case "seat-vacant" -> "seat";
                    case "pilot-overdue" -> "pilot-verdict";
                    case "no-customer", "announced-unused" -> "joint-win";
                    case "claim-unsettled" -> "measurement";
                    case "obligation-overdue" -> "obligation-met";
                    case "objective-overdue" -> "key-result";
                    case "strategic-in-name-only" -> "bend";
                    case "waiver-expired" -> "waiver";
                    default -> "touchpoint";
                };
        return FactCatalogue.find(id).orElseThrow();
    }
}
