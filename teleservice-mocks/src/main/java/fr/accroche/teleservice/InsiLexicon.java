package fr.accroche.teleservice;

import fr.accroche.messages.Ins;
import fr.accroche.messages.Traits;
import fr.accroche.messages.VitaleCard;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lexical rules that INSi's guide has for what is searched by: capitals without accents, space, apostrophe and hyphen;
 * none of them doubled, save the hyphen of a birth name (docs/sources.md, DMP and INSi samples). What is not given breaks
 * none.
 */
final class InsiLexicon {

    /** Neither space nor hyphen first; no space beside a space or an apostrophe; no two apostrophes. */
    private static final Pattern NAME = Pattern.compile("(?![ -])(?!.*(  | '|' |''))[A-Z' -]{1,100}");

    private static final Pattern GIVEN = Pattern.compile(NAME.pattern() + "(?<![' -])");
    private static final Pattern SEX = Pattern.compile("[MF]");

    /** Lunar: month and day may be 00. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-(0[0-9]|1[0-2])-([0-2][0-9]|3[01])");

    private static final Pattern PLACE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
    private static final int LENGTH_OF_NUMBER = 13;
    private static final Pattern RANK = Pattern.compile("[1-9]");

    private InsiLexicon() {}

    /** The first element that breaks a rule, by its name and never with its value; empty if none does. */
    static Optional<String> wrong(Traits traits) {
        return first(Stream.of(
                of("NomNaissance", traits.birthName(), NAME),
                traits.firstNames().stream().allMatch(InsiLexicon::isGiven) ? Optional.empty() : Optional.of("Prenom"),
                of("Sexe", traits.sex(), SEX),
                of("DateNaissance", traits.birthDate(), DATE),
                of("LieuNaissance", traits.birthPlace(), PLACE)));
    }

    /** As for traits; the matricule has its key too. */
    static Optional<String> wrong(VitaleCard card) {
        return first(Stream.of(
                card.holder().filter(matricule -> !isRight(matricule)).map(wrong -> "MatriculeIndividu"),
                card.insured().filter(matricule -> !isRight(matricule)).map(wrong -> "MatriculeOD"),
                of("NomNaissance", card.birthName(), NAME),
                of("DateNaissance", card.birthDate(), DATE),
                of("RangNaissance", card.birthRank(), RANK)));
    }

    private static boolean isGiven(String name) {
        return GIVEN.matcher(name).matches() && !name.contains("--");
    }

    private static boolean isRight(VitaleCard.Matricule matricule) {
        String number = matricule.number().orElse("");
        Ins whole = new Ins(number + matricule.key().orElse(""), Ins.NIR);
        return number.length() == LENGTH_OF_NUMBER && whole.keyIsRight();
    }

    private static Optional<String> of(String element, Optional<String> value, Pattern form) {
        Predicate<String> right = form.asMatchPredicate();
        return value.filter(right.negate()).map(wrong -> element);
    }

    private static Optional<String> first(Stream<Optional<String>> elements) {
        return elements.flatMap(Optional::stream).findFirst();
    }
}
