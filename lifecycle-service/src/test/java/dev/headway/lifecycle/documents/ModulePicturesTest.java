package dev.headway.lifecycle.documents;

import dev.headway.lifecycle.HeadwayApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;
import org.springframework.modulith.docs.Documenter.Options;

/** The pictures of the modules show what the code is; {@code ./headway docs} draws them anew. */
class ModulePicturesTest {

    @TempDir Path folder;

    @Test
    void lifecycle_service() throws IOException {
        draw(ApplicationModules.of(HeadwayApplication.class), "lifecycle-service.puml");
    }

    @Test
    void projections() throws IOException {
        draw(ApplicationModules.of("dev.headway.projections"), "projections.puml");
    }

    private void draw(ApplicationModules modules, String name) throws IOException {
        new Documenter(modules, Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramStyle.UML));
        Checkout.isWritten(
                "docs/modules/" + name, steady(Checkout.text(folder.resolve("components.puml"))));
    }

    /** Modules and arrows come in the order in which a disk lists their classes. */
    private static String steady(String picture) {
        var lines = picture.lines().collect(Collectors.toCollection(ArrayList::new));
        sort(lines, line -> line.startsWith("  component "));
        sort(lines, line -> line.contains(" --> ") || line.contains(" ..> "));
        return String.join("\n", lines) + "\n";
    }

    /** Puts such lines in the order of their text, wherever they stand. */
    private static void sort(List<String> lines, Predicate<String> which) {
        var sorted = lines.stream().filter(which).sorted().iterator();
        lines.replaceAll(line -> which.test(line) ? sorted.next() : line);
    }
}
