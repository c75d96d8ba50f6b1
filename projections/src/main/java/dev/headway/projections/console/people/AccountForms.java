package dev.headway.projections.console.people;

import static dev.headway.projections.console.facts.FormField.day;
import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.person;
import static dev.headway.projections.console.facts.FormField.prose;
import static dev.headway.projections.console.facts.FormField.several;
import static dev.headway.projections.console.facts.FormField.yesNo;

import dev.headway.contracts.Role;
import dev.headway.projections.console.facts.FactForm;
import dev.headway.projections.console.facts.FormField;
import dev.headway.projections.console.layout.NoSuchPageException;
import dev.headway.projections.console.layout.Reader;
import java.util.List;

/** The forms about people and what is theirs. */
final class AccountForms {

    private static final String[] ROLES = Role.OURS.stream().map(Role::name).toArray(String[]::new);

    static final FactForm INVITATION =
            FactForm.post(
                            "invitation",
                            "Invite somebody",
                            "Invite them",
                            "/people",
                            line("name", "What they are called"),
                            line("email", "Their mail address"),
                            roles("What they may do"))
                    .by(Reader::mayAdminister);

    static final FactForm RESET =
            FactForm.post("reset", "Give a new link to", "Give it", "/people/{id}/reset")
                    .by(Reader::mayAdminister);

    static final FactForm MAIL_ADDRESS =
            FactForm.post(
                            "mail-address",
                            "Correct the mail address of",
                            "Correct it",
                            "/people/{id}/mail-address",
                            line("email", "Their mail address")
                                    .hint(
                                            "The link that they were given is good no more; there"
                                                    + " is a new one."))
                    .by(Reader::mayAdminister);

    static final FactForm HANDOVER =
            FactForm.post(
                    "handover",
                    "Hand over what belongs to",
                    "Hand it over",
                    "/handovers",
                    person(Heir.TYPED, "To whom")
                            .hint("Somebody of the directory, or anybody else by name."),
                    several("what", "What", "SEATS", "STEPS", "ALERTS"),
                    prose("reason", "Why"));

    /** Names are a text of lines here, and a list in the call. */
    static final FactForm FORGETTING =
            FactForm.post(
                            "forgetting",
                            "Ask that they be forgotten:",
                            "Ask for it",
                            "/erasures",
                            prose("names", "Names by which they were written down as text")
                                    .optional()
                                    .hint("One a line; each stands for all of its spellings."),
                            prose("reason", "Why"))
                    .by(Reader::mayAdminister);

    static final FactForm APPROVAL =
            FactForm.post(
                            "approval",
                            "Have them forgotten, for good",
                            "Forget them",
                            "/erasures/{id}/approval")
                    .by(AccountForms::mayDecide);

    static final FactForm REFUSAL =
            FactForm.post(
                            "refusal",
                            "Refuse to forget them",
                            "Refuse it",
                            "/erasures/{id}/refusal",
                            prose("reason", "Why"))
                    .by(AccountForms::mayDecide);

    static final FactForm TOKEN =
            FactForm.post(
                            "token",
                            "Make a token for a script",
                            "Make it",
                            "/tokens",
                            line("name", "What it is for"),
                            roles("What it may do"),
                            day("expiresOn", "Until when").hint("A year ahead at most."))
                    .by(_ -> true);

    static final FactForm CALENDAR =
            FactForm.post(
                            "calendar",
                            "Make a calendar link",
                            "Make it",
                            "/calendar-links",
                            line("name", "What it is for").hint("For instance: my phone."),
                            yesNo("everything", "Everybody's dates")
                                    .hint("No: only what is yours."))
                    .by(_ -> true);

    private static final List<FactForm> OTHERS =
            List.of(
                    FactForm.put(
                                    "roles",
                                    "Set the roles of",
                                    "Set them",
                                    "/people/{id}/roles",
                                    roles("What they may do"))
                            .by(Reader::mayAdminister),
                    FactForm.post(
                                    "disabling",
                                    "Close the account of",
                                    "Close it",
                                    "/people/{id}/disabling",
                                    prose("reason", "Why").optional())
                            .by(Reader::mayAdminister),
                    FactForm.post(
                                    "enabling",
                                    "Open again the account of",
                                    "Open it",
                                    "/people/{id}/enabling")
                            .by(Reader::mayAdminister));

    private AccountForms() {}

    static boolean mayDecide(Reader reader) {
        return reader.mayApprove() || reader.mayAdminister();
    }

    private static FormField roles(String label) {
        return several("roles", label, ROLES).meaning(RoleMeanings.all());
    }

    static FactForm named(String id) {
        return OTHERS.stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }

    static FactForm revocation() {
        return FactForm.delete("revocation", "Revoke the token", "Revoke it", "/tokens/{id}")
                .by(_ -> true);
    }
}
