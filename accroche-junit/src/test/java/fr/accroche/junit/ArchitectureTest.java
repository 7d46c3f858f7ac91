package fr.accroche.junit;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The laws of the house that a module above the chain can break. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(AccrocheExtension.class);

    @Test
    void noForeignLibraryButThoseOfTests() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "fr.accroche..",
                        "java..",
                        "javax.net.ssl..",
                        "org.junit.jupiter.api..",
                        "org.assertj.core.api..")
                .because("each foreign library has one home")
                .check(MAIN);
    }

    @Test
    void noClassIsExtended() {
        classes()
                .that()
                .areNotInterfaces()
                .should()
                .haveModifier(FINAL)
                .because("what a vendor's tests hold is not theirs to change")
                .check(MAIN);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .should()
                .haveModifier(FINAL)
                .andShould()
                .haveModifier(STATIC)
                .because("classes that run at once share nothing")
                .check(MAIN);
    }
}
