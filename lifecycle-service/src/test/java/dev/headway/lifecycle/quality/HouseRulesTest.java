package dev.headway.lifecycle.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.headway.lifecycle.quality.HouseRules.HouseRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class HouseRulesTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.headway");

    private static final JavaClasses TESTS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                    .importPackages("dev.headway");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("dev.planted");

    static List<HouseRule> rules() {
        return HouseRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_its_rules(HouseRule rule) {
        rule.rule().check(rule.isOfTests() ? TESTS : HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_bites_a_planted_violation(HouseRule rule) {
        assertThat(rule.rule().evaluate(PLANTED).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.headway.lifecycle", "dev.headway.projections"})
    void modules_meet_only_where_they_may(String root) {
        ApplicationModules.of(root).verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.headway.lifecycle", "dev.headway.projections"})
    void every_module_says_what_it_may_use(String root) {
        assertThat(ApplicationModules.of(root))
                .isNotEmpty()
                .allMatch(module -> saysWhatItMayUse(module.getBasePackage().getName()));
    }

    @Test
    void a_module_that_does_not_say_what_it_may_use_is_found() {
        assertThat(saysWhatItMayUse("dev.planted.house.one")).isFalse();
    }

    @Test
    void a_planted_cycle_of_modules_is_found() {
        assertThat(plantedMeetings()).anyMatch(said -> said.contains("Cycle detected"));
    }

    @Test
    void a_planted_use_that_is_not_allowed_is_found() {
        assertThat(plantedMeetings())
                .anyMatch(said -> said.matches("Module 'three' depends on module 'one' (?s:.*)"));
    }

    private static List<String> plantedMeetings() {
        return ApplicationModules.of("dev.planted.house", location -> true)
                .detectViolations()
                .getMessages();
    }

    private static boolean saysWhatItMayUse(String packageName) {
        var module =
                classNamed(packageName + ".package-info").getAnnotation(ApplicationModule.class);
        return module != null
                && !List.of(module.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN);
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
