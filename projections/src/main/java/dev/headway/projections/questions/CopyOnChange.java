package dev.headway.projections.questions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How what follows from events stays as it is when the next event is seen: a copy is changed. */
public final class CopyOnChange {

    private CopyOnChange() {}

    /** The list with one more at its end. */
    public static <T> List<T> plus(List<T> list, T element) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return Collections.unmodifiableList(longer);
    }

    /** The map with a value that is new, or stands where another one did. */
    public static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }

    /** The list with one more at its end, and without those whose place it takes. */
    public static <T> List<T> replaceIf(List<T> list, Predicate<T> same, T element) {
        return plus(list.stream().filter(same.negate()).toList(), element);
    }

    /** The list with some of its elements changed. */
    public static <T> List<T> update(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream().map(each -> which.test(each) ? change.apply(each) : each).toList();
    }
}
