package com.ecamazon.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The HTTP status of a reply variant. A variant with a {@link #code()} is a refusal and is shown as a problem document
 * (RFC 9457) with the variant's components as extra members.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Outcome {
    /** The HTTP status. */
    int status();

    /** The stable code of a refusal, such as {@code OUT_OF_STOCK}; empty for a success. */
    String code() default "";

    /** One sentence for people; only of a refusal. */
    String title() default "";
}
