package dev.headway.projections.console.facts;

import static dev.headway.projections.console.facts.FactForm.delete;
import static dev.headway.projections.console.facts.FactForm.post;
import static dev.headway.projections.console.facts.FactForm.put;
import static dev.headway.projections.console.facts.FormField.choice;
import static dev.headway.projections.console.facts.FormField.day;
import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.prose;

import dev.headway.contracts.BendKind;
import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.verdicts.WaiverDecision;
import dev.headway.projections.console.layout.Reader;
import java.util.List;
import org.springframework.http.HttpMethod;

/** The forms of promises, exceptions and corrections. */
final class StandingForms {

    private static final String EMPTIED = "Emptied, it is taken away.";

    static final List<FactForm> ALL =
            List.of(
                    put(
                                    "classification",
                                    "Classify it",
                                    "Classify",
                                    "/classification",
                                    choice(
                                            "classification",
                                            "Are we willing to change for this?",
                                            Classification.values()),
                                    bend(0, "What bends on our side", "Strategic needs one."),
                                    prose("bends.0.what", "How").optional(),
                                    day("bends.0.dueOn", "By when").optional(),
                                    bend(1, "What else bends", ""),
                                    prose("bends.1.what", "How").optional(),
                                    day("bends.1.dueOn", "By when").optional())
                            .dated(),
                    post(
                                    "bend",
                                    "Deliver a bend",
                                    "It is delivered",
                                    "/bends/{on}/delivery",
                                    prose("evidence", "What shows it"))
                            .dated(),
                    post(
                                    "parking",
                                    "Park it",
                                    "Park it",
                                    "/parking",
                                    day("until", "Until when"),
                                    prose("reason", "Why"))
                            .dated(),
                    delete("unparking", "End the parking", "It goes on", "/parking"),
                    delete("vacancy", "Vacate a seat", "Vacate it", "/seats/{on}"),
                    post(
                                    "obligation",
                                    "Take on an obligation",
                                    "Take it on",
                                    "/obligations",
                                    prose("what", "What is owed"),
                                    line("owedTo", "To whom"),
                                    day("dueOn", "By when"))
                            .dated(),
                    post(
                                    "obligation-met",
                                    "Discharge an obligation",
                                    "It is discharged",
                                    "/obligations/{on}/discharge",
                                    prose("how", "How"))
                            .mends("obligations-discharged")
                            .dated(),
                    post(
                                    "obligation-given",
                                    "Hand over an obligation",
                                    "It is handed over",
                                    "/obligations/{on}/handover",
                                    line("to", "To whom"),
                                    prose("how", "How"))
                            .dated(),
                    post(
                                    "waiver",
                                    "Ask for a waiver",
                                    "Ask",
                                    "/waivers",
                                    choice("criterion", "For which criterion")
                                            .of(Criteria.WAIVABLE),
                                    prose("reason", "Why it should go without"),
                                    day("expiresOn", "Until when"))
                            .dated(),
                    post(
                                    "attestation",
                                    "Attest a criterion",
                                    "I attest it",
                                    "/attestations",
                                    choice("criterion", "Which of the program's own criteria"),
                                    prose("evidence", "What shows it"))
                            .dated("From when that counts"),
                    post(
                                    "waiver-decision",
                                    "Decide a waiver",
                                    "Decide",
                                    "/waivers/{on}/decision",
                                    choice("decision", "It is", WaiverDecision.values()),
                                    prose("reason", "Why"))
                            .by(Reader::mayApprove)
                            .dated(),
                    put(
                                    "description",
                                    "Rename it",
                                    "Rename",
                                    "",
                                    line("name", "What it is called"),
                                    line("partner.name", "Who the partner is"),
                                    choice(
                                            "partner.type",
                                            "What kind of partner",
                                            PartnerType.values()),
                                    line("partner.website", "Their website")
                                            .optional()
                                            .hint(EMPTIED),
                                    line("segment", "In which segment").optional().hint(EMPTIED),
                                    line("externalKey", "Its key in other systems")
                                            .optional()
                                            .hint(EMPTIED),
                                    prose("reason", "Why").optional())
                            .as(HttpMethod.PATCH),
                    post(
                            "withdrawal",
                            "Withdraw what was recorded",
                            "Withdraw it",
                            "/history/{on}/withdrawal",
                            prose("reason", "Why it never held")
                                    .hint(
                                            "Gates, clocks and figures go on as if it had not been."
                                                    + " The entry stays in the story, marked as"
                                                    + " withdrawn.")),
                    post(
                            "voiding",
                            "Void it: it should never have been registered",
                            "Void it",
                            "/voiding",
                            prose("reason", "Why"),
                            line("twinOf", "The one that stays, where there are two")
                                    .optional()
                                    .hint("Its id, as the address of its page ends.")),
                    delete("unvoiding", "Take the voiding back", "Take it back", "/voiding"),
                    put(
                            "partner",
                            "Say with which company it is",
                            "Say it",
                            "/partner",
                            line("partnerId", "Which one")
                                    .hint("Its id, as the address of its page ends."),
                            prose("reason", "Why").optional()),
                    delete(
                            "partner-by-name",
                            "Let its partner's name say which company it is",
                            "Let it say so",
                            "/partner"));

    private StandingForms() {}

    private static FormField bend(int nth, String label, String hint) {
        return choice("bends.%d.bend".formatted(nth), label, BendKind.values())
                .optional()
                .hint(hint);
    }
}
