package fr.accroche.junit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link Accroche} puts before a class: an {@link AccrocheExtension} kept with it. Nested classes have that of the outer one. */
final class AnnotatedChain implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(AnnotatedChain.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        extension(context).beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        extension(context).beforeEach(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return extension(context).supportsParameter(parameter, context);
    }

    @Override
    public AccrocheChain resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return extension(context).resolveParameter(parameter, context);
    }

    /** By the older method of the two, which JUnit 5 has too. */
    @SuppressWarnings("deprecation")
    private static AccrocheExtension extension(ExtensionContext context) {
        Class<?> annotated = annotated(context.getRequiredTestClass());
        return context.getStore(OURS)
                .getOrComputeIfAbsent(
                        annotated,
                        of -> AccrocheExtension.of(of.getAnnotation(Accroche.class)),
                        AccrocheExtension.class);
    }

    private static Class<?> annotated(Class<?> test) {
        return test.isAnnotationPresent(Accroche.class) ? test : annotated(test.getEnclosingClass());
    }
}
