package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SamlNames;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Wants the texts of a VIHF: each once, in its form. */
final class VihfTextGuard {

    private static final List<Form> FORMS = List.of(
            // The digits of a test FINESS may be letters.
            new Form(
                    Fact.VIHF_STRUCTURE,
                    SamlNames.IDENTIFIANT_STRUCTURE,
                    "[01234][A-Z0-9]{9,14}",
                    new Observed("idNatStruct", "TRE_G07")),
            new Form(
                    Fact.VIHF_SECTOR,
                    SamlNames.SECTEUR_ACTIVITE,
                    "SA[0-9][0-9]" + Pattern.quote("^1.2.250.1.71.4.2.4"),
                    new Observed("SA07^1.2.250.1.71.4.2.4…", "JDV_J61")),
            new Form(Fact.VIHF_VERSION, SamlNames.VIHF_VERSION, "3\\.0|4\\.0", new Observed("3.0 | 4.0", "VIHF")),
            new Form(Fact.VIHF_RESOURCE, SamlNames.RESSOURCE_URN, "urn:dmp", new Observed("urn:dmp", "VIHF")));

    /** The mode behind an API PSC is not public, and prototypes disagree: each of the known ones is taken. */
    private static final Form MODE = new Form(
            Fact.VIHF_MODE,
            SamlNames.AUTHENTIFICATION_MODE,
            "DIRECTE|INDIRECTE|INDIRECTE_RENFORCEE|DELEGUEE",
            new Observed("DIRECTE | INDIRECTE | INDIRECTE_RENFORCEE", "VIHF"));

    private static final String WITH_A_CARD = "DIRECTE";

    private VihfTextGuard() {}

    static void check(ParsedAssertion vihf, ShapeRefusals refusals) {
        FORMS.forEach(form -> form.check(vihf.texts(form.attribute()), refusals));
        List<String> modes = Stream.of(SamlNames.AUTHENTIFICATION_MODE, SamlNames.AUTHENTIFICATION_MODE_CAPITAL)
                .flatMap(spelling -> vihf.texts(spelling).stream())
                .toList();
        MODE.check(modes, refusals);
        checkName(vihf, modes.equals(List.of(WITH_A_CARD)), refusals);
    }

    /** A card names its holder; any other person is named in words too. */
    private static void checkName(ParsedAssertion vihf, boolean card, ShapeRefusals refusals) {
        long names = vihf.texts(SamlNames.SUBJECT_ID).stream()
                .filter(name -> !name.isBlank())
                .count();
        String count = String.valueOf(names);
        refusals.call().note(Fact.VIHF_SUBJECT_NAMES, count, ShapeRefusals.where(SamlNames.SUBJECT_ID));
        if (names != 1 && !card) {
            refusals.attribute(SamlNames.SUBJECT_ID, new Observed("1", "VIHF"), count);
        }
    }

    private record Form(Fact fact, String attribute, Pattern pattern, Observed expected) {
        Form(Fact fact, String attribute, String pattern, Observed expected) {
            this(fact, attribute, Pattern.compile(pattern), expected);
        }

        void check(List<String> values, ShapeRefusals refusals) {
            String seen = String.join(" | ", values);
            refusals.call().note(fact, seen, ShapeRefusals.where(attribute));
            if (values.size() != 1 || !pattern.matcher(values.get(0)).matches()) {
                refusals.attribute(attribute, expected, seen);
            }
        }
    }
}
