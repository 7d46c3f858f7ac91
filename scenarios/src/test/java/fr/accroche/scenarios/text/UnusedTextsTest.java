package fr.accroche.scenarios.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import fr.accroche.certs.Wording;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.MainClasses;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text that nobody is told any more is to be deleted, in both languages. */
class UnusedTextsTest {

    private static final JavaClasses MAIN = MainClasses.ALL;

    /** Tables of the public texts, whole as they are there; what is not asked for here, a test or a page of docs/ says. */
    private static final Set<String> TABLES = Set.of("Ambiguity", "OperatorSchemaRow", "Row");

    @Test
    void everyConstantIsRead() {
        assertThat(fields())
                .filteredOn(field -> field.getModifiers().contains(JavaModifier.STATIC) && isText(field.getRawType()))
                .hasSizeGreaterThan(500)
                .filteredOn(field ->
                        field.getAccessesToSelf().stream().allMatch(access -> access.getAccessType() == AccessType.SET))
                .extracting(JavaMember::getFullName)
                .isEmpty();
    }

    @Test
    void everyConstantOfAnEnumIsNamedSomewhere() {
        assertThat(fields())
                .filteredOn(field -> field.getModifiers().contains(JavaModifier.ENUM) && saysText(field.getOwner()))
                .hasSizeGreaterThan(100)
                .filteredOn(field -> isUncalled(field.getOwner().getMethod("values")))
                .filteredOn(field -> field.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOriginOwner().equals(field.getOwner())))
                .extracting(JavaMember::getFullName)
                .isEmpty();
    }

    @Test
    void everyMethodThatMakesOneIsCalled() {
        assertThat(MAIN.stream()
                        .filter(type -> !TABLES.contains(type.getSimpleName()))
                        .flatMap(type -> type.getMethods().stream()))
                .filteredOn(method -> isText(method.getRawReturnType()) && !isAccessor(method))
                .hasSizeGreaterThan(50)
                .filteredOn(method ->
                        Stream.concat(Stream.of(method), declarations(method)).allMatch(UnusedTextsTest::isUncalled))
                .extracting(JavaMember::getFullName)
                .isEmpty();
    }

    private static Stream<JavaField> fields() {
        return MAIN.stream()
                .filter(type -> !TABLES.contains(type.getSimpleName()))
                .flatMap(type -> type.getFields().stream());
    }

    private static boolean saysText(JavaClass type) {
        return type.getFields().stream().anyMatch(field -> isText(field.getRawType()));
    }

    /** It says what its object was made with. */
    private static boolean isAccessor(JavaMethod method) {
        return method.getOwner().tryGetField(method.getName()).isPresent();
    }

    /** That method where it is first declared: called through there, it is called too. */
    private static Stream<JavaMethod> declarations(JavaMethod method) {
        return method.getOwner().getAllRawInterfaces().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(each -> each.getName().equals(method.getName()));
    }

    private static boolean isUncalled(JavaMethod method) {
        return method.getAccessesToSelf().isEmpty()
                && method.getReferencesToSelf().isEmpty();
    }

    private static boolean isText(JavaClass type) {
        return type.isEquivalentTo(Text.class) || type.isEquivalentTo(Wording.class);
    }
}
