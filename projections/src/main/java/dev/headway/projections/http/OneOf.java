package dev.headway.projections.http;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** Of these fields of a body exactly one is given, or at most one where it is {@code optional}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Check.class)
public @interface OneOf {

    /** The fields, the first of which is told where none is given. */
    String[] value();

    boolean optional() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds a record to it. */
    class Check implements ConstraintValidator<OneOf, @Nullable Record> {

        private List<String> fields = List.of();
        private boolean optional;

        @Override
        public void initialize(OneOf constraint) {
            fields = List.of(constraint.value());
            optional = constraint.optional();
        }

        @Override
        public boolean isValid(@Nullable Record body, ConstraintValidatorContext context) {
            if (body == null) {
                return true;
            }
            var given = fields.stream().filter(field -> value(body, field) != null).toList();
            if (given.size() > 1) {
                return refuse(context, given.get(1), "cannot be given beside " + given.getFirst());
            }
            return !given.isEmpty()
                    || optional
                    || refuse(context, fields.getFirst(), "must be given, or " + fields.getLast());
        }

        private static boolean refuse(
                ConstraintValidatorContext context, String field, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(field)
                    .addConstraintViolation();
            return false;
        }

        private static @Nullable Object value(Record body, String field) {
            // looked up once for each class
            var accessor = requireNonNull(ReflectionUtils.findMethod(body.getClass(), field));
            ReflectionUtils.makeAccessible(accessor);
            return ReflectionUtils.invokeMethod(accessor, body);
        }
    }
}
