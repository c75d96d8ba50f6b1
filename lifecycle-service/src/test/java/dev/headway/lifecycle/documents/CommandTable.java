package dev.headway.lifecycle.documents;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.lifecycle.commands.Command;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every command with its call, its events and its test, in the order of a life. */
final class CommandTable {

    private static final String HEAD =
            """
            | command | what it does | room | over HTTP | events | test |
            |---|---|---|---|---|---|
            """;

    private final JavaClasses code;
    private final String contents;

    CommandTable(JavaClasses code) {
        this.code = code;
        this.contents =
                SourceFile.of(code.get(PartnershipCommand.class))
                        .text()
                        .replaceAll("(?m)^import .*", "");
    }

    @Override
    public String toString() {
        return code.stream()
                .filter(type -> type.isAssignableTo(Command.class) && type.isRecord())
                .filter(type -> SourceFile.of(type).isMain())
                .sorted(comparing(this::place).thenComparing(JavaClass::getName))
                .map(this::row)
                .collect(joining("", HEAD, ""));
    }

    /** Where the table of contents names it; those of alerts, imports and the program follow. */
    private int place(JavaClass command) {
        var named = Pattern.compile("\\b" + command.getSimpleName() + "\\b").matcher(contents);
        if (named.find()) {
            return named.start();
        }
        if (command.isAssignableTo(PartnershipCommand.class)) {
            throw new AssertionError("PartnershipCommand does not name " + command.getSimpleName());
        }
        return Integer.MAX_VALUE;
    }

    private String row(JavaClass command) {
        var source = SourceFile.of(command);
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        source.link(),
                        source.story(),
                        source.room(),
                        calls(command).stream().map(Object::toString).collect(joining(", ")),
                        events(command),
                        test(command));
    }

    /** Those that it makes, or that an aggregate makes of it. */
    private static String events(JavaClass command) {
        return Stream.concat(
                        Stream.of(command).flatMap(type -> type.getCodeUnits().stream()),
                        command.getMethodsWithParameterTypeOfSelf().stream())
                .flatMap(
                        unit ->
                                Stream.concat(
                                        unit.getConstructorCallsFromSelf().stream(),
                                        unit.getConstructorReferencesFromSelf().stream()))
                .sorted(comparing(access -> access.getLineNumber()))
                .map(access -> access.getTargetOwner())
                .filter(made -> made.isAssignableTo(HeadwayEvent.class))
                .map(JavaClass::getSimpleName)
                .distinct()
                .collect(joining(", "));
    }

    /** The calls it is made for; a move is picked by the command that asks for a stage. */
    private Set<HttpMapping> calls(JavaClass command) {
        var calls = new LinkedHashSet<HttpMapping>();
        madeBy(command)
                .filter(maker -> SourceFile.of(maker.getOwner()).isMain())
                .sorted(comparing(JavaCodeUnit::getFullName))
                .forEach(maker -> calls.addAll(callsOf(maker)));
        return calls;
    }

    private Set<HttpMapping> callsOf(JavaCodeUnit maker) {
        var own = HttpMapping.of(maker);
        if (own.isPresent()) {
            return Set.of(own.get());
        }
        if (maker.getOwner().isAssignableTo(Command.class)) {
            return calls(maker.getOwner());
        }
        var here = writes(Stream.of(maker.getOwner()));
        return here.isEmpty()
                ? writes(
                        maker.getOwner().getPackage().getClasses().stream()
                                .filter(type -> !type.isArray() && SourceFile.of(type).isMain()))
                : here;
    }

    private static Set<HttpMapping> writes(Stream<JavaClass> types) {
        var calls = new LinkedHashSet<HttpMapping>();
        types.sorted(comparing(JavaClass::getName))
                .flatMap(type -> HttpMapping.allOf(type).stream())
                .filter(call -> !call.isRead())
                .forEach(calls::add);
        return calls;
    }

    /** The test that makes most of it, first of all one in the same room. */
    private String test(JavaClass command) {
        return tests(command).stream()
                .distinct()
                .max(
                        Comparator.<SourceFile, Boolean>comparing(test -> isNextTo(test, command))
                                .thenComparing(
                                        test -> !test.simpleName().matches("Every.*|Random.*"))
                                .thenComparing(
                                        test ->
                                                tests(command).stream()
                                                        .filter(test::equals)
                                                        .count())
                                .thenComparing(SourceFile::simpleName, Comparator.reverseOrder()))
                .map(SourceFile::link)
                .orElseGet(() -> testThatCalls(command));
    }

    private List<SourceFile> tests(JavaClass command) {
        return madeBy(command)
                .flatMap(maker -> Stream.concat(Stream.of(maker), callers(maker)))
                .map(maker -> SourceFile.of(maker.getOwner()))
                .filter(source -> source.isTest() && source.simpleName().endsWith("Test"))
                .toList();
    }

    /** Who calls a phrase of the tests, as {@code SampleCommands.launch()}. */
    private static Stream<JavaCodeUnit> callers(JavaCodeUnit phrase) {
        return SourceFile.of(phrase.getOwner()).isTest()
                ? phrase.getAccessesToSelf().stream().map(access -> access.getOrigin())
                : Stream.empty();
    }

    /** Who makes it, with or without a factory method of its own. */
    private Stream<JavaCodeUnit> madeBy(JavaClass command) {
        return command.getConstructorCallsToSelf().stream()
                .map(JavaConstructorCall::getOrigin)
                .flatMap(
                        maker ->
                                maker.getOwner().equals(command)
                                        ? maker.getAccessesToSelf().stream()
                                                .map(access -> access.getOrigin())
                                        : Stream.of(maker));
    }

    private static boolean isNextTo(SourceFile test, JavaClass command) {
        return test.folder().endsWith(command.getPackageName().replace('.', '/'));
    }

    /** By its call, where tests make it over HTTP only. */
    private String testThatCalls(JavaClass command) {
        return calls(command).stream()
                .findFirst()
                .flatMap(call -> SourceFile.testThatSays(call.ending()))
                .map(SourceFile::link)
                .orElse("");
    }
}
