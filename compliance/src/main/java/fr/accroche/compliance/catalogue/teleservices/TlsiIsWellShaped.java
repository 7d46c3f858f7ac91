package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.declaration.TlsiChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** LPS-10: For INSi and ON, contexts and Assertion PS are in the form that their schemas and their profile give them. */
public final class TlsiIsWellShaped implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-10",
                    Phase.BUSINESS,
                    Likeness.simplified(
                            Text.of(
                                    "les schémas et les versions sont publics ; le NameQualifier et les attributs exigés sont supposés",
                                    "schemas and versions are public; the NameQualifier and the attributes asked for are a guess"),
                            Basis.of(PublicSource.DMP_AND_INSI_SAMPLES)),
                    Text.of(
                            "Pour INSi et ON, ContexteLPS 01_00, ContexteBAM 01_02 et l'Assertion PS ont leur forme.",
                            "For INSi and ON, ContexteLPS 01_00, ContexteBAM 01_02 and the Assertion PS are in their form."),
                    Citation.standard("SAML 2.0 Core §2.2, §2.7.3; docs/sources.md, DMP and INSi samples"),
                    Text.of(
                            "Corriger ce bloc de l'en-tête SOAP ou de l'Assertion PS : attendu {expected}, trouvé {observed}.",
                            "Correct this block of the SOAP header or of the Assertion PS: expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Le frontal de l'Assurance Maladie lit ces blocs avant le service : un bloc d'une autre version, un élément oublié ou un attribut vide font refuser la requête, par une faute qui nomme rarement l'élément. En mode mTLS, aucune assertion n'est attendue.",
                            "The Assurance Maladie's front reads these blocks before the service does: a block of another version, a forgotten element or an empty attribute get the request refused, by a fault that seldom names the element. In mTLS mode no assertion is expected."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().teleservices().stream().anyMatch(service -> service != Teleservice.DMP);
    }

    @Override
    public List<Finding> check(Trial trial) {
        TlsiChoices choices = trial.declaration().settings().teleservices().tlsi();
        return trial.atTeleservices()
                .filter(hop -> trial.teleservice(hop)
                        .filter(service -> service != Teleservice.DMP)
                        .isPresent())
                .flatMap(hop -> Stream.of(
                                contexts(hop),
                                assertion(hop, choices),
                                RefusedForms.check(CARD, hop, Set.of(Variant.SCHEMA, Variant.CLOCK)))
                        .flatMap(Function.identity()))
                .toList();
    }

    private static Stream<Finding> contexts(Hop hop) {
        return Stream.concat(
                hop.fact(Fact.CONTEXTE_LPS_VERSION).stream()
                        .map(seen -> CARD.compare(hop, new Observed("01_00", "ContexteLPS"), seen)),
                hop.fact(Fact.CONTEXTE_BAM_VERSION).stream()
                        .map(seen -> CARD.compare(hop, new Observed("01_02", "ContexteBAM"), seen)));
    }

    private static Stream<Finding> assertion(Hop hop, TlsiChoices choices) {
        Stream<Finding> none = hop.fact(Fact.SECURITY_HEADER).stream()
                .map(seen -> CARD.compare(hop, new Observed("absent", "settings.insi.authentication"), seen));
        Stream<Finding> qualifier = hop.fact(Fact.PS_QUALIFIER).stream()
                .map(seen -> CARD.judge(
                        hop,
                        choices.nameQualifiers().contains(seen.value()),
                        new Observed(joined(choices.nameQualifiers()), "settings.tlsi.nameQualifiers"),
                        seen));
        Stream<Finding> attributes = hop.fact(Fact.PS_ATTRIBUTES).stream()
                .map(seen -> CARD.judge(hop, all(choices, seen), wanted(choices), seen));
        return Stream.of(none, qualifier, attributes).flatMap(Function.identity());
    }

    private static boolean all(TlsiChoices choices, Observed seen) {
        Set<String> filled = Set.of(seen.value().split(" "));
        return filled.contains("Issuer")
                && choices.attributes().stream()
                        .map(TlsiIsWellShaped::names)
                        .allMatch(names -> names.stream().anyMatch(filled::contains));
    }

    /** The speciality has two names, of which either will do. */
    private static Set<String> names(String attribute) {
        Set<String> speciality = Set.of("codeSpecialite", "codeSpecialiteAMO");
        return speciality.contains(attribute) ? speciality : Set.of(attribute);
    }

    private static Observed wanted(TlsiChoices choices) {
        return new Observed(("Issuer " + joined(choices.attributes())).strip(), "settings.tlsi.attributes");
    }

    private static String joined(Set<String> names) {
        return String.join(" ", new TreeSet<>(names));
    }
}
