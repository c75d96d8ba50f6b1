package dev.headway.lifecycle;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds what a command is for by its method with {@link TargetAggregateIdentifier}, its own or that
 * of an interface, looking for that method once per kind of command; {@link
 * AnnotationCommandTargetResolver} looks through all methods and fields of every single command.
 */
final class TargetOfCommand implements CommandTargetResolver {

    private final ClassValue<Method> targets =
            new ClassValue<>() {
                @Override
                protected Method computeValue(Class<?> command) {
                    return targetIn(command);
                }
            };

    /**
     * @throws IllegalArgumentException if no method of the command names its target
     */
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        try {
            var target = targets.get(command.getPayloadType()).invoke(command.getPayload());
            return new VersionedAggregateIdentifier(target, null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method targetIn(Class<?> command) {
        var target =
                Stream.concat(Stream.of(command), Stream.of(command.getInterfaces()))
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(each -> each.isAnnotationPresent(TargetAggregateIdentifier.class))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "No method of %s names its target"
                                                        .formatted(command.getName())));
        target.setAccessible(true); // commands are known to their packages alone
        return target;
    }
}
