package dev.headway.lifecycle.documents;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.headway.projections.processing.Projection;
import java.util.List;

/** Every question with its call and its test: what answers over HTTP, and what reads the log. */
final class QuestionTable {

    private static final String HEAD =
            """
            | question | what it answers | room | over HTTP | test |
            |---|---|---|---|---|
            """;

    private final JavaClasses code;
    private final String contract;

    QuestionTable(JavaClasses code) {
        this.code = code;
        this.contract = Checkout.text(Checkout.file("api-contracts/openapi/headway.yaml"));
    }

    @Override
    public String toString() {
        return code.stream()
                .filter(
                        type ->
                                !type.isInterface()
                                        && !type.isArray()
                                        && SourceFile.of(type).isMain())
                .filter(type -> type.isAssignableTo(Projection.class) || !reads(type).isEmpty())
                .sorted(comparing(this::place).thenComparing(JavaClass::getName))
                .map(QuestionTable::row)
                .collect(joining("", HEAD, ""));
    }

    private int place(JavaClass question) {
        return reads(question).stream()
                .mapToInt(call -> contract.indexOf("\n  " + inContract(call) + ":"))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static String inContract(HttpMapping call) {
        return call.path().replace("/api/v1", "").replace("{*", "{");
    }

    /** Pages and documents are no questions. */
    private static List<HttpMapping> reads(JavaClass type) {
        return HttpMapping.allOf(type).stream()
                .filter(call -> call.path().startsWith("/api/v1"))
                .filter(HttpMapping::isRead)
                .toList();
    }

    private static String row(JavaClass question) {
        var source = SourceFile.of(question);
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        source.link(),
                        source.story(),
                        source.room(),
                        reads(question).stream().map(Object::toString).collect(joining(", ")),
                        test(question));
    }

    /** The test of the same name, or the one that speaks of it most, or that asks it most. */
    private static String test(JavaClass question) {
        var name = SourceFile.of(question).simpleName();
        return SourceFile.test(name + "Test")
                .or(() -> SourceFile.testThatSays(name))
                .or(
                        () ->
                                reads(question).stream()
                                        .findFirst()
                                        .flatMap(call -> SourceFile.testThatSays(call.ending())))
                .map(SourceFile::link)
                .orElse("");
    }
}
