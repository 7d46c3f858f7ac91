package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of a VIHF: each there, once, in its form. What public documents leave open is not looked at. */
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
            new Form(Fact.VIHF_VERSION, "[34]\\.0", "3.0 | 4.0", "VIHF"),
            new Form(
                    Fact.VIHF_MODE,
                    "DIRECTE|INDIRECTE(_RENFORCEE)?|DELEGUEE",
                    "DIRECTE | INDIRECTE | INDIRECTE_RENFORCEE",
                    "VIHF"),
            new Form(Fact.VIHF_RESOURCE, "urn:dmp", "urn:dmp", "VIHF"));

    private VihfAttributes() {}

    static Stream<Finding> check(RuleCard card, Hop hop) {
        return Stream.concat(FORMS.stream().flatMap(form -> form.check(card, hop)), names(card, hop));
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
