package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A number in the business request that is not the software's: the LPS took another's, or the proxy wrote over it. */
final class NumberOfAnother implements Recogniser {

    private static final Text BY_PROXY = Text.of(
            "Le proxy met dans la requête un autre numéro que celui du LPS",
            "The proxy puts another number than the LPS's in the request");
    private static final Text BY_LPS =
            Text.of("Le LPS envoie un autre numéro que le sien", "The LPS sends another number than its own");
    private static final Text KNOWN = Text.of("{0} : {1}.", "{0}: {1}.");
    private static final Text UNKNOWN = Text.of(
            "{0}, et la déclaration ne dit pas de qui il est.", "{0}, and the declaration does not say whose it is.");
    private static final Text ITS_OWN = Text.of(
            "{0} : sans doute le sien, la déclaration ne le connaît pas.",
            "{0}: presumably its own, the declaration does not know it.");
    private static final Text LEAVE = Text.of(
            "Laisser dans {0} le numéro que le LPS y a mis ({1}), et ne rien écrire dans une requête signée.",
            "Leave in {0} the number that the LPS put there ({1}), and write nothing into a signed request.");
    private static final Text PUT = Text.of(
            "Mettre dans {0} le numéro du LPS pour ce téléservice, {1} [{2}].",
            "Put in {0} the LPS's number for this téléservice, {1} [{2}].");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        Stream<Finding> numbers =
                clues.of("IDN-06", "LPS-07", "CND-09").filter(finding -> Fact.LPS_NUMBER.isRedacted(number(finding)));
        return Clues.by(numbers, NumberOfAnother::number).stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    /** CND-09 says beside it whose it is. */
    private static String number(Finding finding) {
        return finding.observed().value().split(" ", 2)[0];
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.stream()
                .min(Comparator.comparing(finding -> !finding.rule().value().equals("IDN-06")))
                .orElseThrow();
        boolean written =
                findings.stream().anyMatch(finding -> finding.rule().value().equals("LPS-07"));
        boolean overwritten = written && clues.author() == Owner.EDITEUR_LPS;
        Text field = Field.of(telling.observed());
        Optional<Text> whose = Numbers.whose(clues.declaration(), clues.operation(), number(telling));
        Text who = written ? BY_PROXY : BY_LPS;
        return new Suspicion(
                field,
                telling,
                written ? Owner.EDITEUR_PROXY : clues.author(),
                whose.map(known -> KNOWN.with(who, known)).orElse((written ? ITS_OWN : UNKNOWN).with(who)),
                (overwritten ? LEAVE : PUT)
                        .with(
                                field,
                                telling.expected().shown(),
                                telling.expected().where()),
                overwritten
                        ? Stream.concat(findings.stream(), changed(clues, findings))
                                .toList()
                        : findings);
    }

    /** Whoever writes over a number changes the message, and what it is signed for. */
    private static Stream<Finding> changed(Clues clues, List<Finding> findings) {
        Set<String> servers = findings.stream().map(Finding::server).collect(Collectors.toSet());
        return BodyWasChanged.traces(clues).filter(finding -> servers.contains(finding.server()));
    }
}
