package dev.headway.lifecycle.http;

import static dev.headway.contracts.Role.APPROVER;
import static dev.headway.contracts.Role.MANAGER;

import dev.headway.contracts.Role;
import java.util.List;
import java.util.Set;

/**
 * One call of the API that writes, with a body that is valid.
 *
 * @param path below the partnership, as {@code /steps}
 * @param body JSON; empty where there is none
 * @param optional the fields of the body that may be left out
 * @param by who may call it
 */
record WriteCall(String method, String path, String body, Set<String> optional, Set<Role> by) {

    static final String UNKNOWN = "/00000000-0000-4000-8000-000000000000";

    /** Every one of them, in an order in which one prospect can take them all. */
    static final List<WriteCall> ALL =
            List.of(
                    put(
                            "/leverage-claim",
                            """
                            {"mechanism": "WIN_RATE", "why": "in the room", "metric": {"name": "rate",
                             "unit": "%", "baseline": 10.5, "target": 30}, "dueOn": "2027-01-31"}
                            """),
                    put("/pattern", "{\"pattern\": \"RESELL\"}"),
                    put(
                            "/classification",
                            """
                            {"classification": "STRATEGIC", "bends":
                             [{"bend": "ROADMAP", "what": "an export", "dueOn": "2027-01-31"}]}
                            """,
                            "bends"),
                    post(
                            "/screenings",
                            """
                            {"disqualifier": "no-budget", "verdict": "CLEAR", "note": "asked"}
                            """),
                    put(
                            "/timing",
                            """
                            {"ours": {"focus": "growth", "ready": true},
                             "partner": {"focus": "reach", "ready": false}}
                            """),
                    put("/seats/SUPPORT", "{\"holder\": \"Li\", \"side\": \"OURS\"}"),
                    delete("/seats/SUPPORT"),
                    put(
                            "/pilot-scope",
                            """
                            {"useCase": "kits", "successCriterion": "12 of 15",
                             "endsOn": "2026-12-31"}
                            """),
                    put("/seams/ONBOARDING", "{\"verdict\": \"PASS\", \"evidence\": \"a drill\"}"),
                    put("/rhythm", "{\"everyDays\": 14, \"forum\": \"joint call\"}"),
                    put("/exit-terms", "{\"summary\": \"return kits\", \"noticeDays\": 90}"),
                    put("/exit-terms/confirmation", "{\"by\": \"Li\"}"),
                    put("/funding", "{\"owner\": \"Ada\", \"summary\": \"two engineers\"}"),
                    put("/customer-notice", "{\"how\": \"mail\", \"notifiedOn\": \"2026-10-01\"}"),
                    put("/consents/SUPPORT", "{\"by\": \"Li\", \"capacity\": \"two people\"}"),
                    put("/incentives/SALES", "{\"mechanism\": \"double quota\"}"),
                    post(
                            "/touchpoints",
                            """
                            {"kind": "JOINT_CALL", "summary": "feedback", "with": "Kai"}
                            """,
                            "with"),
                    post(
                            "/joint-wins",
                            """
                            {"customer": "Globex", "summary": "went live", "evidence": "mail"}
                            """),
                    post("/measurements", "{\"value\": 12.5, \"evidence\": \"the dashboard\"}"),
                    post(
                            "/obligations",
                            """
                            {"what": "support", "owedTo": "Globex", "dueOn": "2027-01-31"}
                            """),
                    put(
                            "/objectives/chains",
                            """
                            {"title": "Win the chains", "keyResults": [{"id": "stores",
                             "name": "Stores", "unit": "stores", "baseline": 12, "target": 80,
                             "dueOn": "2027-01-31"}]}
                            """),
                    post(
                            "/waivers",
                            """
                            {"criterion": "seams-pass", "reason": "late audit",
                             "expiresOn": "2027-01-31"}
                            """),
                    post(
                            "/steps",
                            """
                            {"title": "Train them", "owner": "Mara", "side": "OURS",
                             "dueOn": "2027-01-31"}
                            """),
                    post("/parking", "{\"until\": \"2027-01-31\", \"reason\": \"their launch\"}"),
                    delete("/parking"));

    /** Those about something of the partnership that is not there. */
    static final List<WriteCall> ABOUT_NOTHING =
            List.of(
                    post("/bends" + UNKNOWN + "/delivery", "{\"evidence\": \"shipped\"}"),
                    post("/steps" + UNKNOWN + "/completion", "{\"outcome\": \"sent\"}", "outcome"),
                    post(
                            "/steps" + UNKNOWN + "/rescheduling",
                            "{\"dueOn\": \"2027-01-31\", \"reason\": \"holidays\"}"),
                    put("/steps" + UNKNOWN + "/owner", "{\"owner\": \"Mara\"}"),
                    post("/steps" + UNKNOWN + "/drop", "{\"reason\": \"not needed\"}"),
                    post(
                            "/objectives" + UNKNOWN + "/key-results/stores/values",
                            "{\"value\": 12.5, \"evidence\": \"their count\"}",
                            "evidence"),
                    put("/pilot-verdict/confirmation", "{\"by\": \"Li\"}"),
                    put("/objectives" + UNKNOWN + "/confirmations/OURS", "{\"by\": \"Li\"}"),
                    post("/objectives" + UNKNOWN + "/drop", "{\"reason\": \"sold\"}"),
                    post("/obligations" + UNKNOWN + "/discharge", "{\"how\": \"done\"}"),
                    post(
                            "/obligations" + UNKNOWN + "/handover",
                            "{\"to\": \"Northwind\", \"how\": \"contract\"}"),
                    new WriteCall(
                            "POST",
                            "/waivers" + UNKNOWN + "/decision",
                            "{\"decision\": \"GRANTED\", \"reason\": \"until then\"}",
                            Set.of(),
                            Set.of(APPROVER)));

    /** One who may. */
    Role caller() {
        return by.contains(MANAGER) ? MANAGER : APPROVER;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static WriteCall put(String path, String body, String... optional) {
        return new WriteCall("PUT", path, body, Set.of(optional), Set.of(MANAGER, APPROVER));
    }

    private static WriteCall post(String path, String body, String... optional) {
        return new WriteCall("POST", path, body, Set.of(optional), Set.of(MANAGER, APPROVER));
    }

    private static WriteCall delete(String path) {
        return new WriteCall("DELETE", path, "", Set.of(), Set.of(MANAGER, APPROVER));
    }
}
