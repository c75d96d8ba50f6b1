package dev.headway.contracts.written;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What says who somebody is: a name, an address, a handle. It is sealed under a key of that person
 * before it is decided on, hashed or stored, and opened in an answer alone. On a list of records it
 * says whose the personal fields of those are.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {

    /**
     * The component that holds the person's id in the directory. Where there is none, or it is
     * null, the text itself says whose it is, however it is spelt.
     */
    String id() default "";
}
