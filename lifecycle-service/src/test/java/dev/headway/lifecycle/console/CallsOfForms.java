package dev.headway.lifecycle.console;

import static java.util.Map.entry;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.projections.console.facts.FactCatalogue;
import dev.headway.projections.console.facts.FactForm;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Which call of the API each form of the console becomes, and whom the contract allows it to. */
final class CallsOfForms {

    private static final Set<String> EVERYBODY =
            Set.of("VIEWER", "MANAGER", "APPROVER", "AUDITOR", "ADMIN");

    /**
     * Those that are no facts about a partnership; what ends a sign-in, or leads to a page, is no
     * call.
     */
    private static final Map<String, String> OTHERS =
            Map.ofEntries(
                    entry("/sign-out", ""),
                    entry("/board/find", ""),
                    entry("/partnerships/new", "POST /partnerships"),
                    entry("/partnerships/{id}/move", "POST /partnerships/x/transitions"),
                    entry("/alerts/{id}/take", "POST /alerts/x/acknowledgement"),
                    entry("/alerts/{id}/snooze", "POST /alerts/x/snooze"),
                    entry("/alerts/{id}/dismissal", "POST /alerts/x/dismissal"),
                    entry("/program", "PUT /program"),
                    entry("/program/preview", "POST /program/preview"),
                    entry("/import", "POST /imports"),
                    entry("/partners/new", "POST /partners"),
                    entry("/partners/{id}/renaming", "PATCH /partners/x"),
                    entry("/partners/{id}/merging", "POST /partners/x/merging"),
                    entry("/partners/{id}/unmerging", "DELETE /partners/x/merging"),
                    entry("/people/new", "POST /people"),
                    entry("/people/{id}/roles", "PUT /people/x/roles"),
                    entry("/people/{id}/disabling", "POST /people/x/disabling"),
                    entry("/people/{id}/enabling", "POST /people/x/enabling"),
                    entry("/people/{id}/mail-address", "POST /people/x/mail-address"),
                    entry("/people/{id}/reset", "POST /people/x/reset"),
                    entry("/people/{id}/handover", "POST /people/x/handover"),
                    entry("/people/{id}/handover/preview", "POST /people/x/handover"),
                    entry("/people/handover", "POST /handovers"),
                    entry("/people/handover/preview", "POST /handovers"),
                    entry("/governance/projections/rebuild", "POST /projections/rebuild"),
                    entry("/governance/projections/{id}/rebuild", "POST /projections/x/rebuild"),
                    entry("/board/views", "POST /views"),
                    entry("/board/bulk", "POST /bulk"),
                    entry("/board/bulk/preview", "POST /bulk"),
                    entry("/board/bulk/done", "POST /bulk"),
                    entry("/me/views", "POST /views"),
                    entry("/me/views/{id}", "PUT /views/x"),
                    entry("/me/calendars/new", "POST /calendar-links"),
                    entry("/me/calendars/{id}/revocation", "DELETE /calendar-links/x"),
                    entry(
                            "/partnerships/{id}/record/correction",
                            "POST /partnerships/x/history/x/correction"),
                    entry("/me/views/{id}/removal", "DELETE /views/x"),
                    entry("/me/tokens/new", "POST /tokens"),
                    entry("/me/tokens/{id}/revocation", "DELETE /tokens/x"),
                    entry("/me/password", "POST /me/password"),
                    entry("/me/sign-out-everywhere", "POST /me/sign-out"));

    private CallsOfForms() {}

    /**
     * Those who may send a form.
     *
     * @param action where it is sent, of whichever partnership or person
     */
    static Set<String> allowed(String action) {
        var call = call(OfferedPage.kind(action));
        if (call.isEmpty()) {
            return EVERYBODY;
        }
        var words = call.split(" ");
        return OpenApiContract.ofHeadway()
                .operation(words[0], "/api/v1" + words[1])
                .orElseThrow(() -> new AssertionError("there is no call " + call))
                .documented()
                .path("x-roles")
                .valueStream()
                .map(JsonNode::asString)
                .map(role -> role.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    static boolean allows(Role role, String action) {
        return allowed(action).contains(role.name());
    }

    /** The call behind a fact's form. */
    static String call(FactForm form) {
        return form.method() + " /partnerships/x" + form.path().replaceAll("\\{\\w+}", "x");
    }

    private static String call(String action) {
        var fact = action.replaceAll("^/partnerships/\\{id}/record/", "");
        return FactCatalogue.all().stream()
                .filter(form -> form.id().equals(fact))
                .findFirst()
                .map(CallsOfForms::call)
                .or(() -> Optional.ofNullable(OTHERS.get(action)))
                .orElseThrow(() -> new AssertionError("which call is behind " + action + "?"));
    }
}
