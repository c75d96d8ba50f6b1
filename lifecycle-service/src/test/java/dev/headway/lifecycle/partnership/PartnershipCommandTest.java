package dev.headway.lifecycle.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of contents names every command once, in its part of life. */
class PartnershipCommandTest {

    private static final Path SOURCE =
            Path.of("src/main/java")
                    .resolve(PartnershipCommand.class.getName().replace('.', '/') + ".java");

    private static final Pattern PART =
            Pattern.compile("/\\*\\*([^/]*)\\*/\\s+non-sealed interface (\\w+)");

    private static final Pattern NAME = Pattern.compile("\\{@code[\\s*]+(\\w+)}");

    private static final List<Class<?>> COMMANDS =
            new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPackagesOf(Partnership.class)
                            .stream()
                            .filter(JavaClass::isRecord)
                            .filter(type -> type.isAssignableTo(PartnershipCommand.class))
                            .<Class<?>>map(JavaClass::reflect)
                            .toList();

    /** Every command that there is. */
    static Stream<Class<?>> commands() {
        return COMMANDS.stream();
    }

    @Test
    void every_command_stands_once_in_its_part_of_life() throws IOException {
        var parts = PartnershipCommand.class.getPermittedSubclasses();
        var listed = listed();

        assertThat(listed.keySet())
                .containsExactlyElementsOf(Arrays.stream(parts).map(Class::getSimpleName).toList());
        assertThat(parts)
                .allSatisfy(
                        part ->
                                assertThat(listed.get(part.getSimpleName()))
                                        .containsExactlyInAnyOrderElementsOf(
                                                commands()
                                                        .filter(part::isAssignableFrom)
                                                        .map(Class::getSimpleName)
                                                        .toList()));
    }

    private static Map<String, List<String>> listed() throws IOException {
        var listed = new LinkedHashMap<String, List<String>>();
        PART.matcher(Files.readString(SOURCE))
                .results()
                .forEach(part -> listed.put(part.group(2), names(part)));
        return listed;
    }

    private static List<String> names(MatchResult part) {
        return NAME.matcher(part.group(1)).results().map(name -> name.group(1)).toList();
    }
}
