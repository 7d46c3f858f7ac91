package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.lps.LpsDefect;
import java.util.List;

/** The assertion of a business request is not the one to send, or not as it is to be made. */
final class AssertionFaults {

    static final List<Fault> ALL = List.of(
            new Fault(
                    "assertion-of-another-service",
                    Text.of(
                            "le LPS envoie à INSi et à ON le VIHF que veut le DMP",
                            "the LPS sends INSi and ON the VIHF that the DMP wants"),
                    rules("LPS-01"),
                    Status.FAIL,
                    Need.INSI_OR_ON.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.SENDS_THE_VIHF_EVERYWHERE)),
            new Fault(
                    "assertion-beside-security",
                    Text.of(
                            "l'assertion est dans l'en-tête SOAP à côté de wsse:Security, et non dedans",
                            "the assertion is in the SOAP header beside wsse:Security, not in it"),
                    rules("LPS-01", "LPS-04"),
                    Status.FAIL,
                    Need.PASSE_PLAT,
                    (plan, operation) -> plan.with(LpsDefect.PUTS_THE_ASSERTION_BESIDE_SECURITY)),
            new Fault(
                    "vihf-unsigned",
                    Text.of("le VIHF n'est pas signé", "the VIHF is not signed"),
                    rules("LPS-04"),
                    Status.FAIL,
                    Need.DMP.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.LEAVES_THE_VIHF_UNSIGNED)),
            new Fault(
                    "assertion-of-the-future",
                    Text.of(
                            "l'assertion est datée de dix minutes dans l'avenir",
                            "the assertion is dated ten minutes ahead"),
                    rules("LPS-04"),
                    Status.FAIL,
                    Need.PASSE_PLAT,
                    (plan, operation) -> plan.with(LpsDefect.SENDS_AN_ASSERTION_OF_THE_FUTURE)),
            new Fault(
                    "assertion-sent-where-the-certificate-speaks",
                    Text.of(
                            "le LPS envoie une Assertion PS à INSi en mode mTLS, où le certificat de la structure parle",
                            "the LPS sends an Assertion PS to INSi in mTLS mode, where the structure's certificate speaks"),
                    rules("LPS-10"),
                    Status.FAIL,
                    Need.INSI.and(Need.PASSE_PLAT),
                    AssertionFaults::byCertificate),
            new Fault(
                    "assertion-replayed",
                    Text.of(
                            "le LPS réemploie une assertion pour une seconde requête",
                            "the LPS uses an assertion again for a second request"),
                    rules("LPS-11"),
                    Status.WARNING,
                    Need.PASSE_PLAT,
                    (plan, operation) -> plan.with(LpsDefect.REUSES_THE_ASSERTION)));

    private AssertionFaults() {}

    private static ChainPlan byCertificate(ChainPlan plan, Operation operation) {
        return plan.withDeclaredSettings(AssertionFaults::byCertificate).with(LpsDefect.KEEPS_THE_ASSERTION_PS);
    }

    private static Settings byCertificate(Settings settings) {
        InsiChoices insi = settings.teleservices().insi();
        return settings.with(
                settings.teleservices().with(new InsiChoices(insi.answers(), InsiChoices.Authentication.MTLS)));
    }
}
