package dev.headway.projections.console.partnership;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.util.Map;
import java.util.regex.Pattern;

/** What an entry replaced, from one thing to another, in the words of people. */
final class Replaced {

    /** Fields of events whose names are no words. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("effectiveAt", "happened"),
                    Map.entry("dueOn", "due"),
                    Map.entry("endsOn", "ends"),
                    Map.entry("expiresOn", "until"),
                    Map.entry("notifiedOn", "told on"),
                    Map.entry("useCase", "use case"),
                    Map.entry("successCriterion", "success"),
                    Map.entry("metricName", "what is measured"),
                    Map.entry("metricUnit", "unit"),
                    Map.entry("everyDays", "every so many days"),
                    Map.entry("noticeDays", "days of notice"),
                    Map.entry("ourFocus", "our focus"),
                    Map.entry("oursReady", "we are ready"),
                    Map.entry("partnerFocus", "their focus"),
                    Map.entry("partnerReady", "they are ready"),
                    Map.entry("partnerName", "partner"),
                    Map.entry("partnerType", "kind of partner"),
                    Map.entry("partnerWebsite", "website"),
                    Map.entry("externalKey", "key"),
                    Map.entry("owedTo", "owed to"));

    private static final Pattern NAME =
            Pattern.compile("(?<=^|; )(%s)(?=: )".formatted(String.join("|", NAMES.keySet())));

    private Replaced() {}

    /**
     * "RESELL → referral"; what stands no longer ends in "nothing"; empty where nothing changed.
     */
    static String of(ApiObject entry) {
        if (entry.has("from")) {
            return side(entry, "from") + " → " + (entry.has("to") ? side(entry, "to") : "nothing");
        }
        return entry.has("to") ? "→ " + side(entry, "to") : "";
    }

    private static String side(ApiObject entry, String name) {
        return Words.sentence(
                NAME.matcher(entry.text(name)).replaceAll(found -> NAMES.get(found.group())));
    }
}
