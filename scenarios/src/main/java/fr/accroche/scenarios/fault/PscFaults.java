package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.PscRegistration.Grant;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.lps.LpsDefect;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Pro Santé Connect is asked wrongly: by CIBA, or by browser. */
final class PscFaults {

    static final List<Fault> ALL = List.of(
            new Fault(
                    "binding-message-in-words",
                    Text.of(
                            "le message affiché sur la e-CPS n'est pas un nombre de deux chiffres",
                            "the message shown on the e-CPS is no two-digit number"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(LpsDefect.SENDS_WORDS_AS_BINDING_MESSAGE)),
            new Fault(
                    "ciba-without-scope-all",
                    Text.of(
                            "le proxy ne demande à PSC que le scope openid",
                            "the proxy asks PSC for the scope openid alone"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.ASKS_FOR_OPENID_ALONE)),
            new Fault(
                    "ciba-without-acr-values",
                    Text.of(
                            "le proxy omet acr_values dans sa demande à PSC",
                            "the proxy leaves acr_values out of its request to PSC"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.OMITS_ACR_VALUES)),
            new Fault(
                    "ciba-channel-unknown",
                    Text.of(
                            "le proxy demande à PSC de joindre le professionnel par SMS, un canal que PSC n'a pas",
                            "the proxy asks PSC to reach the professional by SMS, a channel that PSC does not have"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.ASKS_FOR_A_TEXT_MESSAGE)),
            new Fault(
                    "ciba-person-unknown",
                    Text.of(
                            "le LPS demande à PSC un professionnel au numéro mal saisi, que PSC ne connaît pas",
                            "the LPS asks PSC for a professional by a mistyped number, whom PSC does not know"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(LpsDefect.MISTYPES_THE_NATIONAL_ID)),
            new Fault(
                    "ciba-polls-too-fast",
                    Text.of(
                            "le proxy interroge PSC dix fois par seconde, sans égard à interval",
                            "the proxy polls PSC ten times a second, without heed of interval"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> impatient(plan).with(ProxyDefect.POLLS_TOO_FAST)),
            new Fault(
                    "ciba-slow-down-ignored",
                    Text.of(
                            "PSC demande de ralentir (slow_down), et le proxy n'en tient pas compte",
                            "PSC asks to poll more slowly (slow_down), and the proxy does not"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    PscFaults::slowedDown),
            new Fault(
                    "ciba-request-unsigned",
                    Text.of(
                            "le client a enregistré des demandes signées, et le proxy envoie les siennes en clair",
                            "the client registered signed requests, and the proxy sends its own plain"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.withDeclared(
                            operation, declared -> declared.withPsc(registered(RequestObject.PS256, Grant.CIBA)))),
            new Fault(
                    "ciba-not-registered",
                    Text.of(
                            "le client est enregistré à PSC pour un site web, sans CIBA",
                            "the client is registered at PSC for a web site, without CIBA"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.withDeclared(
                            operation,
                            declared -> declared.withPsc(registered(RequestObject.NONE, Grant.AUTHORIZATION_CODE)))),
            new Fault(
                    "psc-by-secret",
                    Text.of(
                            "le proxy se prouve à PSC par un secret, comme le client d'un site web",
                            "the proxy proves itself to PSC by a secret, as a web site's client does"),
                    rules("MTL-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.PROVES_ITSELF_BY_SECRET)),
            new Fault(
                    "redirect-uri-not-registered",
                    Text.of(
                            "le LPS envoie un navigateur à PSC, et le veut de retour à une adresse qu'il n'a pas enregistrée",
                            "the LPS sends a browser to PSC, and wants it back at an address that it did not register"),
                    rules("TOK-06"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(LpsDefect.LOGS_IN_FROM_AN_UNREGISTERED_ADDRESS)),
            new Fault(
                    "authorization-without-nonce",
                    Text.of(
                            "le LPS envoie un navigateur à PSC sans nonce",
                            "the LPS sends a browser to PSC without a nonce"),
                    rules("TOK-06"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> byBrowser(plan, operation).with(LpsDefect.LOGS_IN_WITHOUT_A_NONCE)),
            new Fault(
                    "authorization-challenge-plain",
                    Text.of(
                            "le LPS envoie à PSC un code_challenge en clair (plain), qui ne protège de rien",
                            "the LPS sends PSC a plain code_challenge, which protects from nothing"),
                    rules("TOK-06"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> byBrowser(plan, operation).with(LpsDefect.LOGS_IN_WITH_A_PLAIN_CHALLENGE)));

    private PscFaults() {}

    /** Who polls too early waits longer each time, in vain: requests end soon here, so that a run does. */
    private static ChainPlan impatient(ChainPlan plan) {
        return plan.withSettings(settings -> settings.withPsc(settings.psc().withCibaExpiry(Duration.ofSeconds(3))));
    }

    private static ChainPlan slowedDown(ChainPlan plan, Operation operation) {
        return impatient(plan)
                .withFault(Participant.PSC, FaultOrder.next("token", new FaultAct.Mark("slow-down")))
                .with(ProxyDefect.IGNORES_SLOW_DOWN);
    }

    /** With a client that may log in by browser too. */
    private static ChainPlan byBrowser(ChainPlan plan, Operation operation) {
        return plan.withDeclared(
                operation,
                declared -> declared.withPsc(registered(RequestObject.NONE, Grant.CIBA, Grant.AUTHORIZATION_CODE)));
    }

    private static PscRegistration registered(RequestObject requestObject, Grant... grants) {
        PscRegistration usual = PscRegistration.DEFAULT;
        return new PscRegistration(
                Set.of(grants),
                List.of("https://lps.accroche.invalid/retour"),
                usual.postLogoutRedirectUris(),
                usual.demands(),
                usual.consent(),
                usual.subjectDn(),
                usual.idTokenAlgorithm(),
                usual.idTokenEncryption(),
                usual.userInfo(),
                requestObject,
                usual.jwksFile(),
                usual.delivery(),
                usual.notificationEndpoint());
    }
}
