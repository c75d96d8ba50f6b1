package dev.headway.projections.personal;

import dev.headway.contracts.written.Personal;
import dev.headway.projections.personal.PersonalFields.Change;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record.
 *
 * @param isMarked whether it is marked as personal
 * @param id of the component that says whose it is, or null
 * @param nested of what records it is or a list, or null where only the value tells
 */
record SealedComponent(
        Method accessor,
        boolean isMarked,
        @Nullable Method id,
        @Nullable SealedRecord nested,
        boolean isList,
        Function<Class<?>, SealedRecord> others) {

    static SealedComponent of(
            RecordComponent component, Class<?> type, Function<Class<?>, SealedRecord> others) {
        var mark = component.getAnnotation(Personal.class);
        var isList = List.class.isAssignableFrom(component.getType());
        var held = isList ? element(component) : component.getType();
        return new SealedComponent(
                accessible(component),
                mark != null,
                mark == null || mark.id().isEmpty() ? null : named(type, mark.id()),
                held.isRecord() && held != type ? others.apply(held) : null,
                isList,
                others);
    }

    boolean isPersonal() {
        return nested == null ? isMarked : nested.isPersonal();
    }

    @Nullable Object get(Object value) {
        return invoked(accessor, value);
    }

    /**
     * @param before what it is
     * @param of the record that it is of
     * @param personId whose that is, where it does not say so itself
     */
    Object changed(Object before, Object of, @Nullable String personId, Change change) {
        if (!isPersonal()) {
            return before;
        }
        var whose = id == null ? personId : (String) invoked(id, of);
        if (!isList) {
            return one(before, whose, change);
        }
        var after =
                ((List<?>) before).stream().<Object>map(each -> one(each, whose, change)).toList();
        return after.equals(before) ? before : after;
    }

    private Object one(Object before, @Nullable String whose, Change change) {
        if (nested != null) {
            return nested.changed(before, whose, change);
        }
        if (!(before instanceof String text)) {
            return others.apply(before.getClass()).changed(before, whose, change);
        }
        var after = change.of(whose, text);
        return after.equals(text) ? text : after;
    }

    private static Class<?> element(RecordComponent list) {
        return list.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }

    private static Method named(Class<?> type, String name) {
        try {
            var accessor = type.getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("%s has no %s".formatted(type.getName(), name), e);
        }
    }

    private static Method accessible(RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return accessor;
    }

    private static @Nullable Object invoked(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
