package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.TlsiChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.identity.Practice;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SamlNames;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * INSi's and ON's: the Assertion PS names its person in the way of the profile, and has the attributes that are asked for (LPS-10,
 * docs/sources.md, DMP and INSi samples).
 *
 * @param choices what is asked for
 * @param faults the gateway's
 */
record AssertionPsGuard(TlsiChoices choices, Faults faults) implements ShapeGuard {

    private static final String PLACE = "AssertionPS/";

    /** The element is mandatory (SAML 2.0 Core §2.3.3); what it holds in PSC mode is not public. */
    private static final String ISSUER = "Issuer";

    private static final Set<String> USUAL = Set.of(
            SamlNames.IDENTIFIANT_FACTURATION,
            SamlNames.CODE_SPECIALITE,
            SamlNames.CODE_SPECIALITE_AMO,
            SamlNames.SECTEUR_ACTIVITE_AMO,
            SamlNames.GIP_PROFESSION_CODE);

    @Override
    public void check(Call call, BusinessRequest request, ParsedAssertion assertion) {
        checkQualifier(call, request, assertion);
        checkAttributes(call, request, assertion);
        checkSpeciality(call, assertion);
    }

    private void checkQualifier(Call call, BusinessRequest request, ParsedAssertion assertion) {
        String seen = assertion.nameQualifier().orElse("");
        String where = PLACE + "NameID/@NameQualifier";
        call.note(Fact.PS_QUALIFIER, seen, where);
        if (!choices.nameQualifiers().contains(seen)) {
            Observed expected = new Observed(joined(choices.nameQualifiers()), "settings.tlsi.nameQualifiers");
            Observed observed = new Observed(seen.isEmpty() ? "—" : Call.cut(seen), where);
            call.refuse(refusal(
                    request,
                    Text.of(
                                    "NameQualifier est « {0} » au lieu de {1}. Il dit par quoi la personne s'est authentifiée",
                                    "NameQualifier is '{0}' instead of {1}. It says by what the person was authenticated")
                            .with(observed.value(), expected.value()),
                    "Le NameQualifier de l'assertion n'est pas admis.",
                    expected,
                    observed));
        }
    }

    private void checkAttributes(Call call, BusinessRequest request, ParsedAssertion assertion) {
        Set<String> filled = filled(assertion);
        call.notes().note(Fact.PS_ATTRIBUTES, joined(filled), PLACE + "Attribute");
        Set<String> wanted = new TreeSet<>(choices.attributes());
        wanted.add(ISSUER);
        wanted.stream()
                .filter(name -> !has(filled, name))
                .forEach(name -> call.refuse(refusal(
                        request,
                        Text.of(
                                        "{0} manque dans l'Assertion PS, ou y est vide. Remplissez-le",
                                        "{0} is missing from the Assertion PS, or empty. Fill it in")
                                .with(name),
                        name + " manque dans l'assertion, ou y est vide.",
                        new Observed(name, "settings.tlsi.attributes"),
                        new Observed("—", PLACE + name))));
    }

    /** The speciality has two names, of which either will do. */
    private static boolean has(Set<String> filled, String name) {
        Set<String> speciality = Set.of(SamlNames.CODE_SPECIALITE, SamlNames.CODE_SPECIALITE_AMO);
        return speciality.contains(name) ? speciality.stream().anyMatch(filled::contains) : filled.contains(name);
    }

    private Set<String> filled(ParsedAssertion assertion) {
        Set<String> filled = Stream.concat(USUAL.stream(), choices.attributes().stream())
                .filter(name -> assertion.texts(name).stream().anyMatch(value -> !value.isBlank()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (assertion.issuer().filter(issuer -> !issuer.isBlank()).isPresent()) {
            filled.add(ISSUER);
        }
        return filled;
    }

    /** Physicians have one and nobody else; whoever is none of the fictive professionals may be either. */
    private static void checkSpeciality(Call call, ParsedAssertion assertion) {
        List<Practice> practices = assertion
                .nameId()
                .flatMap(Professionals::find)
                .map(person -> person.practices())
                .orElse(List.of());
        boolean given = assertion.speciality().filter(code -> !code.isBlank()).isPresent();
        boolean unexpected = practices.stream()
                .noneMatch(practice -> given == !practice.amoSpeciality().isEmpty());
        if (!practices.isEmpty() && unexpected) {
            call.report(Variant.SPECIALITY_UNEXPECTED, PLACE + SamlNames.CODE_SPECIALITE_AMO);
        }
    }

    private Refusal refusal(
            BusinessRequest request, Text sentence, String reason, Observed expected, Observed observed) {
        return Refusal.of(
                Level.SAML,
                Rules.TLSI_SHAPE,
                sentence,
                expected,
                observed,
                faults.of(FaultCause.ASSERTION_PS_SHAPE, reason, request.messageId()));
    }

    private static String joined(Set<String> names) {
        return String.join(" ", new TreeSet<>(names));
    }
}
