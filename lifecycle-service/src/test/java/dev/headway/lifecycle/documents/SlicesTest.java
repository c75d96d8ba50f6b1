package dev.headway.lifecycle.documents;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The list of what can be asked of Headway, and of what it can be asked, is what the code says. */
class SlicesTest {

    @Test
    void every_command_and_every_question_is_in_the_list() throws IOException {
        var code =
                new ClassFileImporter()
                        .importPackages(
                                "dev.headway.lifecycle",
                                "dev.headway.projections",
                                "dev.headway.contracts");

        Checkout.isWritten(
                "docs/slices.md",
                """
                # Slices

                Written by [SlicesTest](../lifecycle-service/src/test/java/dev/headway/lifecycle/documents/SlicesTest.java) \
                out of the code; `./headway docs` writes it anew. Paths leave out `/api/v1`; `…` is `/partnerships/{id}`.

                ## Commands

                In the order of [PartnershipCommand](../lifecycle-service/src/main/java/dev/headway/lifecycle/partnership/deciding/PartnershipCommand.java), \
                the table of contents. A move that is refused is an event as well, `MoveRefused`.

                %s
                ## Questions

                In the order of [the contract](../api-contracts/openapi/headway.yaml); \
                those without a call of their own are asked by others.

                %s\
                """
                        .formatted(new CommandTable(code), new QuestionTable(code)));
    }
}
