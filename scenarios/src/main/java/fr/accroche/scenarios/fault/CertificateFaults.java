package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CardHolder;
import fr.accroche.certs.FileFault;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.chain.CertificatePlan;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.lps.PersonCard;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The proxy shows a wrong client certificate. */
final class CertificateFaults {

    /** A client_id that no shipped declaration declares. */
    private static final String OTHER_LPS = "autre-lps-edc-bas";

    private static final CardHolder EMPLOYEE =
            new PersonCard(Professionals.named("secretaire").orElseThrow()).holder();

    static final List<Fault> ALL = List.of(
            certificate(
                    "certificate-cn-of-another-lps",
                    Text.of("le CN du certificat est celui d'un autre LPS", "the certificate's CN is another LPS's"),
                    "IDN-01",
                    order -> order.withCommonName(OTHER_LPS)),
            new Fault(
                    "certificate-ou-of-lps-operator",
                    Text.of(
                            "l'OU du certificat est celui de l'opérateur du LPS, non de l'opérateur du proxy",
                            "the certificate's OU is the LPS operator's, not the proxy operator's"),
                    rules("IDN-02"),
                    Status.FAIL,
                    Need.OPERATORS_DIFFER,
                    CertificateFaults::ouOfLpsOperator),
            certificate(
                    "certificate-expired",
                    Text.of("le certificat a expiré hier", "the certificate expired yesterday"),
                    "MTL-01",
                    order -> shifted(
                            order,
                            Duration.between(order.notBefore(), order.notAfter())
                                    .plusDays(1)
                                    .negated())),
            certificate(
                    "certificate-not-yet-valid",
                    Text.of("le certificat n'est valable que demain", "the certificate is valid from tomorrow only"),
                    "MTL-01",
                    order -> shifted(order, Duration.ofDays(2))),
            certificate(
                    "certificate-serv-ssl-as-client",
                    Text.of(
                            "un certificat de serveur (SERV SSL) sert de certificat client",
                            "a server certificate (SERV SSL) is used as a client's"),
                    "MTL-01",
                    order -> order.withProfile(Profile.SERV_SSL)),
            certificate(
                    "certificate-org-sign-as-client",
                    Text.of(
                            "un cachet (ORG SIGN) sert de certificat client",
                            "a seal (ORG SIGN) is used as a client certificate"),
                    "MTL-01",
                    order -> order.withProfile(Profile.ORG_SIGN)),
            new Fault(
                    "certificate-of-production-branch",
                    Text.of(
                            "le certificat est de la branche de production, dans un environnement de test",
                            "the certificate is of the production branch, in a test environment"),
                    rules("ENV-01"),
                    Status.FAIL,
                    Need.TEST_ENVIRONMENT,
                    (plan, operation) -> plan.withCertificate(
                            CertificatePlan.ordered(order -> order.withBranch(Branch.PRODUCTION)))),
            made(
                    "certificate-of-unknown-authority",
                    Text.of(
                            "le certificat vient d'une autorité inconnue",
                            "the certificate is of an unknown authority"),
                    FileFault.UNKNOWN_AUTHORITY),
            certificate(
                    "certificate-of-a-card",
                    Text.of(
                            "la carte d'un employé de la structure (CPE) sert de certificat client",
                            "the card of an employee of the structure (CPE) is used as a client certificate"),
                    "MTL-01",
                    order -> order.withProfile(Profile.CPE_AUTH).withHolder(EMPLOYEE)),
            made(
                    "certificate-key-too-short",
                    Text.of("la clé RSA du certificat a 1024 bits", "the certificate's RSA key has 1024 bits"),
                    FileFault.SHORT_KEY),
            made(
                    "certificate-signed-by-a-leaf",
                    Text.of(
                            "le certificat est signé par un certificat client, qui n'est pas une autorité",
                            "the certificate is signed by a client certificate, which is no authority"),
                    FileFault.LEAF_AS_AUTHORITY),
            made(
                    "certificate-signature-wrong",
                    Text.of("la signature du certificat est fausse", "the certificate's signature is wrong"),
                    FileFault.WRONG_SIGNATURE),
            made(
                    "certificate-critical-extension",
                    Text.of(
                            "le certificat porte une extension critique inconnue",
                            "the certificate bears an unknown critical extension"),
                    FileFault.CRITICAL_EXTENSION),
            new Fault(
                    "certificate-revoked",
                    Text.of(
                            "l'autorité a révoqué le certificat, et sa liste le dit",
                            "the authority has revoked the certificate, and its list says so"),
                    rules("MTL-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.withCertificate(CertificatePlan.SOUND.afterRevocation())
                            .withSettings(settings -> settings.withRevocation(Settings.Revocation.CRL))),
            planned(
                    "no-certificate",
                    Text.of("le proxy ne présente aucun certificat", "the proxy presents no certificate"),
                    "MTL-01",
                    CertificatePlan.NONE),
            new Fault(
                    "no-certificate-to-the-service",
                    Text.of(
                            "le proxy présente son certificat à PSC et au serveur d'autorisation, non au téléservice",
                            "the proxy presents its certificate to PSC and the authorization server, not to the téléservice"),
                    rules("MTL-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.SHOWS_SERVICES_NO_CERTIFICATE)),
            planned(
                    "certificate-without-its-chain",
                    Text.of(
                            "le proxy présente son certificat sans celui de l'autorité qui l'a délivré",
                            "the proxy presents its certificate without that of the authority that delivered it"),
                    "MTL-01",
                    CertificatePlan.alone()),
            planned(
                    "token-bound-to-another-certificate",
                    Text.of(
                            "le certificat a été renouvelé après l'échange du jeton",
                            "the certificate was renewed after the token was exchanged"),
                    "TOK-03",
                    CertificatePlan.SOUND.afterExchange()),
            new Fault(
                    "certificate-of-another-client",
                    Text.of(
                            "le proxy présente le certificat d'un autre de ses clients",
                            "the proxy presents the certificate of another of its clients"),
                    rules("IDN-01", "IDN-07"),
                    Status.FAIL,
                    Need.ANOTHER_CLIENT,
                    (plan, operation) -> plan.with(ProxyDefect.PRESENTS_CERTIFICATE_OF_ANOTHER_CLIENT)));

    private CertificateFaults() {}

    private static Fault certificate(String id, Text title, String rule, UnaryOperator<Order> order) {
        return planned(id, title, rule, CertificatePlan.ordered(order));
    }

    private static Fault made(String id, Text title, FileFault fault) {
        return planned(id, title, "MTL-01", CertificatePlan.faulty(fault));
    }

    private static Fault planned(String id, Text title, String rule, CertificatePlan certificate) {
        return new Fault(
                id,
                title,
                rules(rule),
                Status.FAIL,
                Need.NOTHING,
                (plan, operation) -> plan.withCertificate(certificate));
    }

    private static ChainPlan ouOfLpsOperator(ChainPlan plan, Operation operation) {
        Actor operator = plan.declared().operator(operation);
        return plan.withCertificate(CertificatePlan.ordered(
                order -> order.withIdNatStruct(operator.idNatStruct().value())));
    }

    private static Order shifted(Order order, Duration shift) {
        return order.withValidity(
                order.notBefore().plus(shift), order.notAfter().plus(shift));
    }
}
