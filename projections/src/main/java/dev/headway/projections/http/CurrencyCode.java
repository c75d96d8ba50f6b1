package dev.headway.projections.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A currency of ISO 4217 that people pay with, or once did; gold and test codes are none. In
 * capitals, as the standard has it.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CurrencyCode.Check.class)
public @interface CurrencyCode {

    String message() default "must be a currency of ISO 4217, as EUR";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks it up; whether there has to be one is for others to say. */
    final class Check implements ConstraintValidator<CurrencyCode, @Nullable String> {

        private static final Set<String> CODES =
                Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                        .map(Currency::getCurrencyCode)
                        .collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || CODES.contains(code);
        }
    }
}
