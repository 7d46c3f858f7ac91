package fr.accroche.scenarios;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the house. */
class ArchitectureTest {

    private static final String ROOT = "fr.accroche.";
    private static final JavaClasses MAIN = MainClasses.ALL;

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Stream.of(
                        "certs",
                        "compliance",
                        "wire",
                        "messages",
                        "credential",
                        "authserver",
                        "proxy",
                        "teleservice",
                        "telemetry",
                        "scenarios"))
                .allSatisfy(module -> assertThat(MAIN.containPackage(ROOT + module))
                        .as(module)
                        .isTrue());
    }

    static Stream<Arguments> simulators() {
        return Stream.of("credential", "authserver", "proxy", "teleservice").map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void noSimulatorImportsAnother(String simulator) {
        String[] others = simulators()
                .map(argument -> (String) argument.get()[0])
                .filter(other -> !other.equals(simulator))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + simulator + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("they share only the wire, as in life, so that any one of them can be the vendor's own")
                .check(MAIN);
    }

    @Test
    void nobodyImportsScenarios() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "scenarios..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "scenarios..")
                .because("scenarios drive the chain; the chain does not know it is driven")
                .check(MAIN);
    }

    @Test
    void onlyScenariosTellWhoWatches() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "scenarios..", ROOT + "telemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "telemetry..")
                .because(
                        "what is told is what the journal holds: a server that told more would have to redact it again")
                .check(MAIN);
    }

    @Test
    void wireKnowsOnlyTheJournalsWords() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "wire..")
                .and()
                .resideOutsideOfPackage(ROOT + "wire.evidence..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "compliance..")
                .because("HTTP and TLS are the same whatever rule is judged on them")
                .check(MAIN);
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of("org.bouncycastle..", new String[] {"certs"}),
                Arguments.of("org.snakeyaml..", new String[] {"compliance"}),
                Arguments.of("io.netty..", new String[] {"wire"}),
                Arguments.of("com.fasterxml.jackson..", new String[] {"wire", "redis"}),
                Arguments.of("io.lettuce..", new String[] {"redis"}),
                Arguments.of("org.opensaml..", new String[] {"messages"}),
                Arguments.of("org.apache.xml.security..", new String[] {"messages"}),
                Arguments.of("com.nimbusds..", new String[] {"authserver", "proxy"}),
                Arguments.of("com.github.tomakehurst..", new String[] {"teleservice"}),
                Arguments.of("io.opentelemetry..", new String[] {"telemetry"}),
                Arguments.of("picocli..", new String[] {"scenarios"}),
                Arguments.of("org.testcontainers..", new String[] {"testcontainers"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("libraries")
    void eachForeignLibraryHasOneHome(String library, String[] homes) {
        String[] packages = Stream.of(homes).map(home -> ROOT + home + "..").toArray(String[]::new);

        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that is to be replaced or patched is then met in one place")
                .check(MAIN);
    }

    @Test
    void rulesAreJudgementsOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "compliance.catalogue..",
                        ROOT + "compliance.cause..",
                        ROOT + "compliance.check..",
                        ROOT + "compliance.obligation..",
                        ROOT + "compliance.rule..",
                        ROOT + "compliance.verdict..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.logging..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .because("the same recorded run must give the same verdict anywhere, at any time")
                .check(MAIN);
    }

    @Test
    void nothingDisablesTlsVerification() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("ClientTrust")
                .should()
                .beAssignableTo("javax.net.ssl.X509TrustManager")
                .orShould()
                .beAssignableTo("javax.net.ssl.HostnameVerifier")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameContaining("InsecureTrustManager")
                .because("certificates are made to be trusted instead; the one trust manager of ours hands every client"
                        + " certificate to its judge, and the listener refuses with the reason");
        rule.check(MAIN);
    }

    @Test
    void noStaticStateChanges() {
        fields().that()
                .haveModifier(STATIC)
                .and()
                .doNotHaveName("$assertionsDisabled")
                .should()
                .haveModifier(FINAL)
                .because("two chains in one process must not meet")
                .check(MAIN);
    }

    @Test
    void nothingExtendsAClassOfOurs() {
        classes()
                .should(new ArchCondition<>("have no superclass of our own") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        item.getRawSuperclass()
                                .filter(parent -> parent.getPackageName().startsWith("fr.accroche"))
                                .filter(parent -> !item.isAnonymousClass() && !parent.isEnum())
                                .ifPresent(parent -> events.add(SimpleConditionEvent.violated(
                                        item, item.getName() + " extends " + parent.getName())));
                    }
                })
                .because("interfaces and records compose; hierarchies of ours only hide where things happen")
                .check(MAIN);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .andShould()
                .notBeAssignableTo("javax.net.ssl.KeyManager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name is a drawer: the function belongs on the type it is about")
                .check(MAIN);
    }

    @Test
    void timeComesFromAClock() {
        DescribedPredicate<JavaMethodCall> now = DescribedPredicate.describe(
                "read the system's time",
                call -> call.getTarget().getName().equals("now")
                        && call.getTarget().getOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().isEmpty());
        noClasses()
                .should()
                .callMethodWhere(now)
                .because(
                        "cases of minutes and hours must run in milliseconds, and yesterday's run must be judged again")
                .check(MAIN);
    }
}
