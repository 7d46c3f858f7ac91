package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.SamlNames;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Wants the one assertion that the service lives by, recent, and of the person in the token (LPS-01, -04, -05). */
final class AssertionGuard implements WantedAssertion {

    private final Kind kind;
    private final Settings settings;
    private final SignatureGuard signatures;
    private final AssertionFormGuard forms;
    private final Faults faults;
    private final InstantSource clock;

    AssertionGuard(Kind kind, Settings settings, SignatureGuard signatures, Faults faults, InstantSource clock) {
        this.kind = kind;
        this.settings = settings;
        this.signatures = signatures;
        this.forms = new AssertionFormGuard(settings.teleservices().assertions(), where(kind), faults);
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public Optional<RuleId> brokenByUnreadable() {
        return Optional.of(Rules.ASSERTION_PRESENT);
    }

    @Override
    public Optional<ParsedAssertion> check(Call call, BusinessRequest request, Optional<ActiveToken> token) {
        call.note(Fact.ASSERTION_KIND, kindSeen(request), where());
        List<ParsedAssertion> found = request.assertions(kind);
        if (found.size() != 1) {
            call.refuse(notOne(found.size(), request));
            checkStrays(call, request);
            return Optional.empty();
        }
        ParsedAssertion assertion = found.get(0);
        forms.check(call, request, assertion, signatures.check(call, request, assertion, token));
        checkStrays(call, request);
        checkAge(call, request, assertion);
        checkAuthentication(call, request, assertion);
        checkPerson(call, request, assertion, token);
        reportForms(call, request, assertion);
        return Optional.of(assertion);
    }

    /** The kind; of several, each, so that they do not look like one. */
    private String kindSeen(BusinessRequest request) {
        List<ParsedAssertion> wanted = request.assertions(kind);
        List<ParsedAssertion> shown = wanted.isEmpty() ? request.assertions() : wanted;
        return kinds(shown);
    }

    static String kinds(List<ParsedAssertion> shown) {
        return shown.isEmpty()
                ? "none"
                : shown.stream().map(assertion -> assertion.kind().name()).collect(Collectors.joining(" "));
    }

    private Refusal notOne(int count, BusinessRequest request) {
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_PRESENT,
                Text.of(
                                "{0} assertion(s) {1} dans wsse:Security. Le LPS en met exactement une dans chaque requête",
                                "{0} {1} assertion(s) in wsse:Security. The LPS puts exactly one in each request")
                        .with(count, kind),
                new Observed("1 " + kind, "SOAP/Security"),
                new Observed(count + " " + kind, "SOAP/Security"),
                faults.of(
                        FaultCause.ASSERTION_MISSING,
                        "L'en-tête wsse:Security porte " + count + " assertion(s) " + kind
                                + ", une seule est attendue.",
                        request.messageId()));
    }

    /** An assertion out of wsse:Security is how signature wrapping begins: another reader might take that one. */
    private void checkStrays(Call call, BusinessRequest request) {
        if (request.strayAssertions() > 0) {
            call.note(Fact.ASSERTION_SIGNATURE, "invalid: STRAY", "SOAP");
            call.refuse(Refusal.of(
                    Level.SAML,
                    Rules.ASSERTION_GENUINE,
                    Text.of(
                                    "{0} assertion(s) hors de wsse:Security : laquelle compte ? N'en mettez qu'à cette place",
                                    "{0} assertion(s) out of wsse:Security: which one counts? Put them there only")
                            .with(request.strayAssertions()),
                    new Observed("0", "SOAP"),
                    new Observed(String.valueOf(request.strayAssertions()), "SOAP"),
                    faults.of(
                            FaultCause.ASSERTION_AMBIGUOUS,
                            "Une assertion se trouve hors de l'en-tête wsse:Security.",
                            request.messageId())));
        }
    }

    /** An assertion without a date that can be read is as old as can be. */
    private void checkAge(Call call, BusinessRequest request, ParsedAssertion assertion) {
        String place = where() + "/IssueInstant" + (assertion.issueInstant().isPresent() ? "" : "[absent]");
        Instant issued = assertion.issueInstant().orElse(Instant.EPOCH);
        long age = Duration.between(issued, clock.instant()).toSeconds();
        call.note(Fact.ASSERTION_AGE, String.valueOf(age), place);
        long oldest = settings.assertionMaxAge().plus(settings.clockSkew()).toSeconds();
        long youngest = settings.clockSkew().negated().toSeconds();
        if (age < youngest || age > oldest) {
            call.refuse(Refusal.of(
                    Level.SAML,
                    Rules.ASSERTION_GENUINE,
                    Text.of(
                                    "l'assertion a un âge de {0} s, hors de [{1} s ; {2} s]. Émettez-la au moment de la requête,"
                                            + " l'horloge réglée par NTP",
                                    "the assertion's age is {0} s, outside [{1} s; {2} s]. Issue it at the time of the"
                                            + " request, with a clock set by NTP")
                            .with(age, youngest, oldest),
                    new Observed(youngest + " s … " + oldest + " s", "settings.assertionMaxAge"),
                    new Observed(age + " s", place),
                    faults.of(
                            FaultCause.ASSERTION_AGE,
                            "L'assertion est périmée ou émise dans le futur.",
                            request.messageId())));
        }
    }

    /** Nobody is authenticated after the fact (SAML 2.0 Core §2.7.2); the two clocks may differ. */
    private void checkAuthentication(Call call, BusinessRequest request, ParsedAssertion assertion) {
        Optional<Instant> issued = assertion.issueInstant();
        if (assertion.authnInstant().isEmpty() || issued.isEmpty()) {
            return;
        }
        String place = where() + "/AuthnInstant";
        long after =
                Duration.between(issued.get(), assertion.authnInstant().get()).toSeconds();
        call.note(Fact.ASSERTION_AUTHENTICATED_AFTER, String.valueOf(after), place);
        long latest = settings.clockSkew().toSeconds();
        if (after > latest) {
            call.refuse(Refusal.of(
                    Level.SAML,
                    Rules.ASSERTION_GENUINE,
                    Text.of(
                                    "AuthnInstant est {0} s après IssueInstant, plus que {1} s. Mettez-y quand la personne s'est"
                                            + " authentifiée",
                                    "AuthnInstant is {0} s after IssueInstant, more than {1} s. Put there when the person was"
                                            + " authenticated")
                            .with(after, latest),
                    new Observed("≤ " + latest + " s", "settings.clockSkew"),
                    new Observed(after + " s", place),
                    faults.of(
                            FaultCause.ASSERTION_AGE,
                            "AuthnInstant est postérieur à IssueInstant.",
                            request.messageId())));
        }
    }

    private void checkPerson(
            Call call, BusinessRequest request, ParsedAssertion assertion, Optional<ActiveToken> token) {
        String place = where() + "/NameID";
        call.note(Fact.ASSERTION_PERSON, assertion.nameId().orElse(""), place);
        Optional<String> expected = token.flatMap(ActiveToken::person);
        if (expected.isPresent() && !expected.equals(assertion.nameId())) {
            String seen = Call.cut(assertion.nameId().orElse("—"));
            call.refuse(Refusal.of(
                    Level.SAML,
                    Rules.SAME_PERSON,
                    Text.of(
                                    "l'assertion nomme {0}, le jeton {1}. Mettez dans NameID la personne que PSC a authentifiée",
                                    "the assertion names {0}, the token {1}. Put in NameID the person whom PSC authenticated")
                            .with(seen, expected.get()),
                    new Observed(expected.get(), "token/SubjectNameID"),
                    new Observed(seen, place),
                    faults.of(
                            FaultCause.PERSON_DIFFERS,
                            "La personne de l'assertion n'est pas celle du jeton.",
                            request.messageId())));
        }
    }

    /** Both spellings are read; which one the service takes is not public. Other assertions are legal beside the one. */
    private void reportForms(Call call, BusinessRequest request, ParsedAssertion assertion) {
        if (request.assertions().size() > 1) {
            call.report(Variant.OTHER_ASSERTIONS, "SOAP/Security");
        }
        if (!assertion.texts(SamlNames.CODE_SPECIALITE).isEmpty()) {
            call.report(Variant.SPECIALITY_NAME, where() + "/" + SamlNames.CODE_SPECIALITE);
        }
        if (!assertion.texts(SamlNames.AUTHENTIFICATION_MODE_CAPITAL).isEmpty()) {
            call.report(Variant.MODE_SPELLING, where() + "/" + SamlNames.AUTHENTIFICATION_MODE_CAPITAL);
        }
    }

    private String where() {
        return where(kind);
    }

    private static String where(Kind kind) {
        return kind == Kind.VIHF ? "VIHF" : "AssertionPS";
    }
}
