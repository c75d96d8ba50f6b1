package dev.headway.lifecycle.quality;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.headway.lifecycle.quality.HouseRules.HouseRule;

/** That pages are made of what {@code /api/v1} answers, and of nothing else. */
final class ConsoleRules {

    private static final String CONSOLE = "dev.headway.projections.console..";
    private static final String PLANTED = "dev.planted..";

    /** What of Headway the console may know: the domain's words, and sessions of browsers. */
    private static final String[] KNOWN = {
        "dev.headway.contracts..", CONSOLE, "dev.headway.projections.sessions.."
    };

    /** Ways to the data that lead past the API. */
    private static final String[] DATA = {
        "java.sql..",
        "javax.sql..",
        "org.springframework.jdbc..",
        "org.springframework.transaction..",
        "org.axonframework..",
        "org.apache.kafka.."
    };

    private static final String[] CLIENTS = {
        "java.net.http..", "org.springframework.web.client..", "org.springframework.http.client.."
    };

    /** Those call the API and the issuer, or tell that a call was not answered. */
    private static final String CALLERS =
            ".*\\.(HeadwayApi|ApiConfiguration|LiveController|TokenEndpoint|ProblemPages|ReceivedAnswer)(\\$.*)?";

    static final HouseRule KNOWS_THE_API =
            new HouseRule(
                    "the console knows what the API tells, and nothing else",
                    noClasses()
                            .that()
                            .resideInAnyPackage(CONSOLE, PLANTED)
                            .should()
                            .dependOnClassesThat(
                                    resideInAPackage("dev.headway..")
                                            .and(not(resideInAnyPackage(KNOWN)))
                                            .or(resideInAnyPackage(DATA))));

    static final HouseRule CALLS_THE_API =
            new HouseRule(
                    "the console calls where it calls the API and its issuer, and nowhere else",
                    noClasses()
                            .that()
                            .resideInAnyPackage(CONSOLE, PLANTED)
                            .and()
                            .haveNameNotMatching(CALLERS)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(CLIENTS));

    private ConsoleRules() {}
}
