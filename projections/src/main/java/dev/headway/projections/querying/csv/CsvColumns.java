package dev.headway.projections.querying.csv;

import dev.headway.projections.personal.AnsweredText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a list in CSV, in their order. Immutable. */
public final class CsvColumns<T> {

    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private record Column<T>(String name, Function<T, @Nullable Object> value) {}

    private final List<Column<T>> columns;

    private CsvColumns(List<Column<T>> columns) {
        this.columns = columns;
    }

    public static <T> CsvColumns<T> none() {
        return new CsvColumns<>(List.of());
    }

    /**
     * The same with one more.
     *
     * @param value null for an empty cell; of a collection all, with semicolons between them
     */
    public CsvColumns<T> with(String name, Function<T, @Nullable Object> value) {
        var more = new ArrayList<>(columns);
        more.add(new Column<>(name, value));
        return new CsvColumns<>(List.copyOf(more));
    }

    /** The same columns of rows that hold what these are of. */
    public <R> CsvColumns<R> of(Function<R, T> held) {
        return new CsvColumns<>(
                columns.stream()
                        .map(
                                column ->
                                        new Column<R>(
                                                column.name(),
                                                row -> column.value().apply(held.apply(row))))
                        .toList());
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    List<String> cells(T row) {
        return columns.stream().map(column -> cell(column.value().apply(row))).toList();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Collection<?> many ->
                    defused(
                            AnsweredText.open(
                                    many.stream()
                                            .map(Objects::toString)
                                            .collect(Collectors.joining("; "))));
            default -> defused(AnsweredText.open(value.toString()));
        };
    }

    /** An apostrophe before it makes any text one, whatever it begins with. */
    private static String defused(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
