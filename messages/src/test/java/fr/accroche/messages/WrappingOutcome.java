package fr.accroche.messages;

import static java.util.stream.Collectors.joining;

import fr.accroche.messages.SignatureResult.Absent;
import fr.accroche.messages.SignatureResult.Invalid;
import fr.accroche.messages.SignatureResult.Valid;
import java.util.List;
import java.util.Optional;

/** What became of an attack. None of these is "another meaning, taken for the signer's". */
enum WrappingOutcome {
    UNREADABLE(
            "`MessageException`: the message is refused while it is read",
            "`MessageException` : le message est refusé à la lecture"),
    NOTHING(
            "no assertion of this kind is read; the service wants one",
            "aucune assertion de cette nature n'est lue ; le service en veut une"),
    SEVERAL(
            "several assertions of this kind are in wsse:Security: none is *the* one, the service refuses",
            "plusieurs assertions de cette nature dans wsse:Security : aucune n'est *la* bonne, le service refuse"),
    ABSENT(
            "`Absent`: the assertion that is read bears no signature of its own",
            "`Absent` : l'assertion lue ne porte pas de signature à elle"),
    SHAPE(
            "`SHAPE`: parts that a signature of an assertion does not have",
            "`SHAPE` : des parties de trop, ou d'autres"),
    ALGORITHM("`ALGORITHM`: not one of those accepted", "`ALGORITHM` : aucun de ceux qui sont acceptés"),
    REFERENCE(
            "`REFERENCE`: about something else than what is read",
            "`REFERENCE` : porte sur autre chose que ce qui est lu"),
    CERTIFICATE(
            "`CERTIFICATE`: no usable certificate in KeyInfo",
            "`CERTIFICATE` : aucun certificat utilisable dans KeyInfo"),
    DIGEST("`DIGEST`: changed after it was signed", "`DIGEST` : changée après la signature"),
    VALUE("`VALUE`: not made with the certificate's key", "`VALUE` : pas faite avec la clé du certificat"),
    STRANGER(
            "`Valid`, and the result names the attacker's certificate: the judge of certificates does not know its authority",
            "`Valid`, et le résultat nomme le certificat de l'attaquant : le juge des certificats n'en connaît pas l'autorité"),
    SAME("`Valid`, and what is read is what was signed", "`Valid`, et ce qui est lu est ce qui a été signé");

    private final String en;
    private final String fr;

    WrappingOutcome(String en, String fr) {
        this.en = en;
        this.fr = fr;
    }

    String en() {
        return en;
    }

    String fr() {
        return fr;
    }

    /** What this message meets, or what the failure is to show. */
    static Seen of(String message, SignedSample sample) {
        BusinessRequest request;
        try {
            request = Fictive.parse(message);
        } catch (MessageException refused) {
            return new Seen(UNREADABLE.name(), 0, refused.getMessage());
        }
        List<ParsedAssertion> found = request.assertions(sample.kind());
        Optional<ParsedAssertion> read = request.assertion(sample.kind());
        if (read.isEmpty()) {
            return new Seen((found.isEmpty() ? NOTHING : SEVERAL).name(), request.strayAssertions(), kinds(request));
        }
        return verified(read.get(), sample, request.strayAssertions());
    }

    private static Seen verified(ParsedAssertion read, SignedSample sample, int strays) {
        SignatureResult result = SignatureVerifier.strict().verify(read);
        if (result instanceof Invalid invalid) {
            return new Seen(invalid.flaw().name(), strays, invalid.reason().en());
        }
        if (result instanceof Absent) {
            return new Seen(ABSENT.name(), strays, "");
        }
        if (!((Valid) result).signer().equals(Keys.EDITOR.certificate())) {
            return new Seen(STRANGER.name(), strays, "");
        }
        Meaning genuine =
                Meaning.of(Fictive.parse(sample.soap()).assertion(sample.kind()).orElseThrow());
        return new Seen(Meaning.of(read).equals(genuine) ? SAME.name() : "FORGED", strays, read.toString());
    }

    private static String kinds(BusinessRequest request) {
        return request.assertions().stream()
                .map(assertion -> assertion.kind().name())
                .collect(joining(" "));
    }

    /**
     * @param outcome name of one of these, or FORGED
     * @param strays assertions out of wsse:Security
     * @param reason for a person
     */
    record Seen(String outcome, int strays, String reason) {}
}
