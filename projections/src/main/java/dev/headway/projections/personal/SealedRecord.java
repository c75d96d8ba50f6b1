package dev.headway.projections.personal;

import dev.headway.projections.personal.PersonalFields.Change;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of one class of records is personal: texts that are marked, and those of the records that it
 * holds. Anything else is nobody's.
 */
final class SealedRecord {

    private final List<SealedComponent> components;
    private final boolean isPersonal;
    private final @Nullable MethodHandle constructor;

    SealedRecord(Class<?> type, Function<Class<?>, SealedRecord> others) {
        this.components =
                type.isRecord()
                        ? Arrays.stream(type.getRecordComponents())
                                .map(each -> SealedComponent.of(each, type, others))
                                .toList()
                        : List.of();
        this.isPersonal = components.stream().anyMatch(SealedComponent::isPersonal);
        this.constructor = isPersonal ? constructor(type) : null;
    }

    boolean isPersonal() {
        return isPersonal;
    }

    /**
     * The record with its personal texts changed; itself where none of them did.
     *
     * @param personId whose its texts are, where they do not say so themselves
     */
    Object changed(Object value, @Nullable String personId, Change change) {
        if (constructor == null) {
            return value;
        }
        var arguments = new ArrayList<@Nullable Object>(components.size());
        var isOther = false;
        for (var component : components) {
            var before = component.get(value);
            var after = before == null ? null : component.changed(before, value, personId, change);
            isOther |= before != after;
            arguments.add(after);
        }
        return isOther ? made(constructor, arguments.toArray()) : value;
    }

    private static Object made(MethodHandle constructor, @Nullable Object[] arguments) {
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Spread once: a handle that is given a list works out anew each time how to. */
    private static MethodHandle constructor(Class<?> type) {
        var types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
