package dev.headway.projections.console.partners;

import static dev.headway.projections.console.facts.FormField.choice;
import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.prose;

import dev.headway.contracts.PartnerType;
import dev.headway.projections.console.facts.FactForm;
import dev.headway.projections.console.layout.NoSuchPageException;
import java.util.List;
import org.springframework.http.HttpMethod;

/** What can be said of a company. */
final class PartnerForms {

    static final FactForm ADDITION =
            FactForm.post(
                    "addition",
                    "Add a company",
                    "Add it",
                    "/partners",
                    line("name", "What it is called"),
                    choice("type", "Of which type", PartnerType.values()),
                    line("website", "Its website").optional());

    private static final List<FactForm> OTHERS =
            List.of(
                    FactForm.put(
                                    "renaming",
                                    "Rename",
                                    "Rename it everywhere",
                                    "/partners/{id}",
                                    line("name", "What it is called")
                                            .hint(
                                                    "In each of its partnerships from now on; the"
                                                            + " past keeps its names."),
                                    choice("type", "Of which type", PartnerType.values())
                                            .optional()
                                            .hint("Left open, each partnership keeps its own."),
                                    line("website", "Its website").optional(),
                                    prose("reason", "Why").optional())
                            .as(HttpMethod.PATCH),
                    FactForm.post(
                            "merging",
                            "Merge into another company:",
                            "Merge it",
                            "/partners/{id}/merging",
                            line("into", "The one that stays")
                                    .hint("The address of its page, or how that ends."),
                            prose("reason", "Why they are one")),
                    FactForm.delete(
                            "unmerging",
                            "Make a company of its own again:",
                            "Take it out again",
                            "/partners/{id}/merging"));

    private PartnerForms() {}

    static FactForm named(String id) {
        return OTHERS.stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
