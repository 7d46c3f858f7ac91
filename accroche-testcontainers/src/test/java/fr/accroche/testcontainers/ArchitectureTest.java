package fr.accroche.testcontainers;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The laws of the house that a module beside the chain can break. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(AccrocheContainer.class);

    @Test
    void ofTheChainOnlyItsJson() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "fr.accroche.testcontainers..",
                        "fr.accroche.wire.json..",
                        "java..",
                        "javax.net.ssl..",
                        "org.testcontainers..",
                        "com.github.dockerjava.api..")
                .because("the chain is in the container, and none of its libraries is on the vendor's class path")
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
}
