package dev.headway.lifecycle.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.headway.lifecycle.HeadwayApplication;
import dev.headway.lifecycle.quality.HouseRules.HouseRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    @Test
    void modules_of_the_lifecycle_service_meet_only_where_they_may() {
        ApplicationModules.of(HeadwayApplication.class).verify();
    }

    @Test
    void modules_of_the_projections_meet_only_where_they_may() {
        ApplicationModules.of("dev.headway.projections").verify();
    }

    @Test
    void a_planted_cycle_of_modules_is_found() {
        assertThat(
                        ApplicationModules.of("dev.planted.house", location -> true)
                                .detectViolations()
                                .hasViolations())
                .isTrue();
    }
}
