package dev.headway.lifecycle.quality;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the build holds everybody to, as values; {@link HouseRulesTest} checks them and their bite.
 */
final class HouseRules {

    private static final String CORE =
            "(PartnershipState|Facts|Evidence|Grounds|Wins|Measurements|Steps|Obligations|Waivers"
                    + "|Imported|Decision|Moment|Inquiry|Criterion|Gate|PilotGate|LaunchGate"
                    + "|ScaleGate|SunsetGate|NextThreeSteps|Recording|Moving|Policy)";

    private static final Set<String> CHANCE =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.lang.System.currentTimeMillis",
                    "java.util.UUID.randomUUID",
                    "java.lang.Math.random");

    private static final String[] HTTP = {
        "dev.headway.lifecycle.http..",
        "org.springframework.http..",
        "org.springframework.web..",
        "jakarta.servlet..",
        "jakarta.validation.."
    };

    private static final String[] SUBJECTS = {
        "dev.headway.lifecycle.partnership..",
        "dev.headway.lifecycle.program..",
        "dev.headway.lifecycle.alerts..",
        "dev.headway.lifecycle.imports.."
    };

    static final List<HouseRule> ALL =
            List.of(
                    new HouseRule(
                            "the core is pure",
                            noClasses()
                                    .that()
                                    .haveNameMatching(
                                            ".*\\.(partnership|program|planted)\\."
                                                    + CORE
                                                    + "(\\$.*)?")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            "org.springframework..",
                                            "org.axonframework..",
                                            "java.sql..",
                                            "tools.jackson..",
                                            "org.slf4j..")),
                    new HouseRule(
                            "only what answers for a partnership over HTTP knows HTTP",
                            noClasses()
                                    .that()
                                    .resideInAnyPackage(
                                            "dev.headway.lifecycle.partnership..", "dev.planted..")
                                    .and()
                                    .resideOutsideOfPackage(
                                            "dev.headway.lifecycle.partnership.responses..")
                                    .and()
                                    .haveNameNotMatching(
                                            ".*\\.(\\w+Controller|WhichGateIsAhead)(\\$.*)?")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(HTTP)),
                    new HouseRule(
                            "dispatching knows neither HTTP nor what commands are about",
                            noClasses()
                                    .that()
                                    .resideInAnyPackage(
                                            "dev.headway.lifecycle.commands..", "dev.planted..")
                                    .should()
                                    .dependOnClassesThat(
                                            resideInAnyPackage(HTTP)
                                                    .or(resideInAnyPackage(SUBJECTS)))),
                    new HouseRule(
                            "time, ids and chance are injected",
                            classes().should(never(callMethodWhere(named(CHANCE))))),
                    new HouseRule(
                            "tests do not sleep",
                            classes()
                                    .should(
                                            never(
                                                    callMethodWhere(
                                                            named(
                                                                    Set.of(
                                                                            "java.lang.Thread.sleep")))))),
                    new HouseRule(
                            "commands take one way, where they are authorized and counted",
                            noClasses()
                                    .that()
                                    .doNotHaveSimpleName("CommandDispatcher")
                                    .should()
                                    .dependOnClassesThat()
                                    .areAssignableTo(CommandGateway.class)),
                    new HouseRule(
                            "a name says what a thing is for",
                            noClasses()
                                    .should()
                                    .haveNameMatching(
                                            ".*(Impl|Utils?|Helper|Manager|DTO)(\\$.*)?")),
                    new HouseRule(
                            "what answers over HTTP stays in its package",
                            classes()
                                    .that()
                                    .areAnnotatedWith(RestController.class)
                                    .and()
                                    .resideOutsideOfPackage("dev.headway.projections..")
                                    .should()
                                    .notBePublic()),
                    new HouseRule(
                            "constructors say what a class needs",
                            noFields().should().beAnnotatedWith(Autowired.class)));

    /** A rule and the sentence it stands for. */
    record HouseRule(String says, ArchRule rule) {

        boolean isOfTests() {
            return says.startsWith("tests ");
        }

        @Override
        public String toString() {
            return says;
        }
    }

    private HouseRules() {}

    private static DescribedPredicate<JavaMethodCall> named(Set<String> methods) {
        return DescribedPredicate.describe(
                "one of " + methods,
                call -> methods.contains(call.getTargetOwner().getName() + "." + call.getName()));
    }
}
