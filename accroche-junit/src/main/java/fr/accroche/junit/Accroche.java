package fr.accroche.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A chain for a test class, which its constructors and methods take as a parameter of type {@link AccrocheChain}. The same as an
 * {@link AccrocheExtension} in a static field: each class has its own chain, those that inherit the annotation too.
 */
@Target(ElementType.TYPE)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AnnotatedChain.class)
public @interface Accroche {

    /** A declaration that comes with accroche, by its name: see {@code accroche init --list}. Not with {@link #declaration}. */
    String architecture() default "";

    /** The vendor's own declaration: its path from where the tests run. Without either, {@code accroche.yaml} there. */
    String declaration() default "";

    /** Whether the proxy is the one under test: then none is simulated. */
    boolean ownProxy() default false;
}
