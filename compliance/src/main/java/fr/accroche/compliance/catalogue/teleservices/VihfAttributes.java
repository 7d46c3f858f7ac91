package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.Leniency;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of a VIHF: each there, once, in its form, or one of those that the settings take. */
final class VihfAttributes {

    /** An idNatStruct: a type digit, then an identifier, which in tests may hold letters. */
    private static final Form STRUCTURE =
            new Form(Fact.VIHF_STRUCTURE, "[0-4][0-9A-Z]{9,14}", "idNatStruct", "TRE_G07");

    private static final List<Form> FORMS = List.of(
            STRUCTURE,
            new Form(
                    Fact.VIHF_SECTOR,
                    "SA\\d\\d\\^1\\.2\\.250\\.1\\.71\\.4\\.2\\.4",
                    "SA07^1.2.250.1.71.4.2.4…",
                    "JDV_J61"),
            new Form(
                    Fact.VIHF_MODE,
                    "DIRECTE|INDIRECTE(_RENFORCEE)?|DELEGUEE",
                    "DIRECTE | INDIRECTE | INDIRECTE_RENFORCEE",
                    "VIHF"),
            new Form(Fact.VIHF_RESOURCE, "urn:dmp", "urn:dmp", "VIHF"));

    private static final String CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

    private VihfAttributes() {}

    static Stream<Finding> check(RuleCard card, Hop hop, DmpChoices choices) {
        return Stream.of(
                        FORMS.stream().flatMap(form -> form.check(card, hop)),
                        version(card, hop, choices),
                        context(card, hop, choices),
                        software(card, hop, choices),
                        structure(card, hop, choices),
                        names(card, hop))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> version(RuleCard card, Hop hop, DmpChoices choices) {
        return hop.fact(Fact.VIHF_VERSION).stream()
                .map(seen -> card.judge(
                        hop, choices.versions().contains(seen.value()), of(choices.versions(), "versions"), seen));
    }

    /** Any class of SAML, or those alone that are listed. */
    private static Stream<Finding> context(RuleCard card, Hop hop, DmpChoices choices) {
        boolean any = choices.authnContexts().isEmpty();
        Observed expected = any
                ? new Observed(CLASSES + "…", "SAML 2.0 Authentication Context §3.4")
                : of(choices.authnContexts(), "authnContexts");
        return hop.fact(Fact.VIHF_AUTHN_CONTEXT).stream()
                .map(seen -> card.judge(
                        hop,
                        any
                                ? seen.value().startsWith(CLASSES)
                                        && seen.value().length() > CLASSES.length()
                                : choices.authnContexts().contains(seen.value()),
                        expected,
                        seen));
    }

    private static Stream<Finding> software(RuleCard card, Hop hop, DmpChoices choices) {
        return hop.fact(Fact.VIHF_LPS_ID).stream()
                .filter(seen -> choices.lpsId() == Leniency.REFUSE)
                .map(seen ->
                        card.judge(hop, !seen.value().isBlank(), new Observed("LPS_ID", "settings.dmp.lpsId"), seen));
    }

    /** In indirect modes the structure's own certificate may be asked for: behind an API PSC it is the proxy operator's. */
    private static Stream<Finding> structure(RuleCard card, Hop hop, DmpChoices choices) {
        boolean indirect = hop.value(Fact.VIHF_MODE).orElse("").startsWith("INDIRECTE");
        Optional<Observed> unit = hop.client()
                .presented()
                .filter(certificate -> indirect && choices.structure() == Leniency.REFUSE)
                .flatMap(certificate ->
                        certificate.organisationalUnit().map(ou -> new Observed(ou, certificate.where("OU"))));
        return card.compare(hop, unit, hop.fact(Fact.VIHF_STRUCTURE));
    }

    private static Observed of(Set<String> taken, String key) {
        return new Observed(String.join(" | ", taken.stream().sorted().toList()), "settings.dmp." + key);
    }

    /** Whoever does not log in with a card is named in words too. */
    private static Stream<Finding> names(RuleCard card, Hop hop) {
        return hop.fact(Fact.VIHF_SUBJECT_NAMES).stream()
                .filter(count -> !hop.value(Fact.VIHF_MODE).orElse("").equals("DIRECTE"))
                .map(count -> card.compare(hop, new Observed("1", "VIHF"), count));
    }

    private record Form(Fact fact, Pattern pattern, Observed expected) {
        Form(Fact fact, String pattern, String expected, String where) {
            this(fact, Pattern.compile(pattern), new Observed(expected, where));
        }

        Stream<Finding> check(RuleCard card, Hop hop) {
            return hop.fact(fact).stream()
                    .map(seen -> card.judge(hop, pattern.matcher(seen.value()).matches(), expected, seen));
        }
    }
}
