package dev.headway.lifecycle.quality;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import dev.headway.lifecycle.commands.Command;
import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.lifecycle.commands.Versioned;
import dev.headway.projections.identity.Actor;
import dev.headway.projections.log.RecordedEvent;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the build holds everybody to, as values; {@link HouseRulesTest} checks them and their bite.
 */
final class HouseRules {

    /** Given the same, it says the same: what decides, what evolves, and what others build on. */
    private static final String[] CORE = {
        "dev.headway.contracts..",
        "dev.headway.partnership..",
        "dev.headway.lifecycle.partnership.deciding..",
        "dev.headway.projections.watching.facts..",
        "dev.headway.projections.watching.rules.."
    };

    /** Values out of packages that are not pure altogether. */
    private static final DescribedPredicate<JavaClass> PURE_VALUES =
            belongToAnyOf(
                    Actor.class,
                    Command.class,
                    ExpectedVersions.class,
                    Versioned.class,
                    RecordedEvent.class);

    /**
     * Values, collections, text and time as values; and notes on how a snapshot is written as JSON.
     */
    private static final String[] PURE = {
        "java.lang..",
        "java.util..",
        "java.time..",
        "java.math..",
        "java.text..",
        "org.jspecify.annotations..",
        "org.pcollections..",
        "com.fasterxml.jackson.annotation.."
    };

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
        "dev.headway.projections.http..",
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
                            classes()
                                    .that(
                                            resideInAnyPackage(CORE)
                                                    .or(resideInAPackage("dev.planted")))
                                    .and()
                                    .doNotHaveSimpleName("package-info")
                                    .should()
                                    .onlyDependOnClassesThat(
                                            resideInAnyPackage(PURE)
                                                    .or(resideInAnyPackage(CORE))
                                                    .or(PURE_VALUES))),
                    new HouseRule(
                            "packages do not depend on each other in a circle",
                            slices().matching("dev.*.(**)").should().beFreeOfCycles()),
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
                                            ".*\\.(\\w+Controller|WhichGateIsAhead"
                                                    + "|WhatDoesThePlaybookPropose)(\\$.*)?")
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
                    ConsoleRules.KNOWS_THE_API,
                    ConsoleRules.CALLS_THE_API,
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
                            "a logger is declared in one way",
                            fields().that()
                                    .haveRawType(Logger.class)
                                    .should()
                                    .haveName("LOG")
                                    .andShould()
                                    .bePrivate()
                                    .andShould()
                                    .beStatic()
                                    .andShould()
                                    .beFinal()),
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
