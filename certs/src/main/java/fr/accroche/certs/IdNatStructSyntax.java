package fr.accroche.certs;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The syntax of a structure's national identifier, by its first digit (docs/sources.md, IGC-Santé samples). Check
 * keys are not judged: test identifiers, Corsica and La Poste have their own.
 */
final class IdNatStructSyntax {
    private static final Map<Character, Form> FORMS = Map.of(
            '0', new Form("0[0-9AB]{9}[0-9]{1,5}", "0 + ADELI + rang", "0 + ADELI + rang"),
            '1', new Form("1[0-9AB]{9}", "1 + FINESS (9 chiffres, A ou B)", "1 + FINESS (9 digits, A or B)"),
            '2', new Form("2[0-9]{9}", "2 + SIREN (9 chiffres)", "2 + SIREN (9 digits)"),
            // Monaco gives SIRET numbers that begin with its name.
            '3', new Form("3(?:[0-9]{14}|MONACO[0-9A-Z]{8})", "3 + SIRET (14 chiffres)", "3 + SIRET (14 digits)"),
            '4', new Form("4[0-9]{14}", "4 + RPPS + rang (14 chiffres)", "4 + RPPS + rang (14 digits)"));
    private static final Wording ANY = Wording.of(
            "0, 1, 2, 3 ou 4, puis ADELI, FINESS, SIREN, SIRET ou RPPS",
            "0, 1, 2, 3 or 4, then ADELI, FINESS, SIREN, SIRET or RPPS");

    private IdNatStructSyntax() {}

    private record Form(Pattern pattern, Wording text) {
        Form(String pattern, String fr, String en) {
            this(Pattern.compile(pattern), Wording.of(fr, en));
        }
    }

    static boolean matches(String value) {
        Form form = value.isEmpty() ? null : FORMS.get(value.charAt(0));
        return form != null && form.pattern().matcher(value).matches();
    }

    /** What a value that begins as this one should look like. */
    static Wording expected(String value) {
        Form form = value.isEmpty() ? null : FORMS.get(value.charAt(0));
        return form == null ? ANY : form.text();
    }
}
