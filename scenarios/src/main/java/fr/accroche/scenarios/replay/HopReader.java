package fr.accroche.scenarios.replay;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a hop as our JSON report writes it. */
final class HopReader {

    private static final int MOST_BREACHES = 1_000;
    private static final int MOST_DEFECTS = 1_000;
    private static final int HIGHEST_STATUS = 999;

    private static final Map<String, Fact> FACTS =
            Map.copyOf(Arrays.stream(Fact.values()).collect(Collectors.toMap(Enum::name, fact -> fact)));

    private static final Text KNOWN_FACTS =
            Text.of("des faits que cette version d'accroche connaît", "facts that this version of accroche knows");
    private static final Text REDACTED = Text.of(
            "une valeur masquée, comme accroche l'écrit ; le fichier peut contenir un secret",
            "a redacted value, as accroche writes it; the file may hold a secret");
    private static final Text A_RULE =
            Text.of("l'identifiant d'une règle, comme IDN-02", "the id of a rule, like IDN-02");
    private static final Text NO_CERTIFICATE = Text.of(
            "null, puisque clientCertificate dit qu'il n'y en a pas",
            "null, since clientCertificate says that there is none");

    /** What {@code clientCertificate} says. */
    private enum Asked {
        NOT_ASKED,
        ABSENT,
        PRESENTED
    }

    private HopReader() {}

    /** @throws RecordingException with the path of what is wrong */
    static Hop read(Place hop) {
        return new Hop(
                hop.member("at").time(),
                took(hop),
                hop.member("stage").choice(Stage.class),
                hop.member("server").line(),
                TracesReader.withoutQuery(hop.member("call").text()),
                (int) hop.member("status").number(0, HIGHEST_STATUS),
                hop.known("answer").map(Place::text),
                client(hop),
                facts(hop.member("facts")),
                hop.member("breaches").items(MOST_BREACHES).stream()
                        .map(HopReader::breach)
                        .toList());
    }

    /** Of a hop, or of a whole run. */
    static Duration took(Place of) {
        return Duration.ofMillis(
                of.member("durationMs").number(0, Duration.ofDays(3650).toMillis()));
    }

    private static ClientCertificate client(Place hop) {
        Asked asked = hop.member("clientCertificate").choice(Asked.class);
        if (asked == Asked.PRESENTED) {
            return new ClientCertificate.Presented(certificate(hop.member("certificate")));
        }
        hop.known("certificate").ifPresent(stray -> {
            throw stray.wrong(NO_CERTIFICATE);
        });
        return asked == Asked.ABSENT ? new ClientCertificate.Absent() : new ClientCertificate.NotAsked();
    }

    private static ObservedCertificate certificate(Place certificate) {
        return new ObservedCertificate(
                certificate.member("subject").text(),
                certificate.member("issuer").text(),
                certificate.member("serial").text(),
                certificate.member("sha256").text(),
                certificate.known("commonName").map(Place::text),
                certificate.known("organisationalUnit").map(Place::text),
                certificate.member("defects").items(MOST_DEFECTS).stream()
                        .map(HopReader::defect)
                        .toList(),
                certificate.known("file").map(Place::text));
    }

    private static CertificateDefect defect(Place defect) {
        return new CertificateDefect(
                defect.member("code").text(),
                defect.member("expected").text(),
                defect.member("observed").text());
    }

    private static Map<Fact, Observed> facts(Place facts) {
        Map<Fact, Observed> noted = new EnumMap<>(Fact.class);
        for (String name : facts.object().members().keySet()) {
            Fact fact = Optional.ofNullable(FACTS.get(name)).orElseThrow(() -> facts.wrong(KNOWN_FACTS));
            Place place = facts.member(name);
            place.member("value").text(fact::isRedacted, REDACTED);
            noted.put(fact, observed(place));
        }
        return noted;
    }

    /** The sentence comes back in the language that it was recorded in. */
    private static Breach breach(Place breach) {
        return new Breach(
                RuleId.of(breach.member("rule").text(RuleId::isWritten, A_RULE)),
                Text.verbatim(breach.member("sentence").text()),
                observed(breach.member("expected")),
                observed(breach.member("observed")));
    }

    private static Observed observed(Place observed) {
        return new Observed(
                observed.member("value").text(), observed.member("where").text());
    }

    static List<Hop> readAll(List<Place> hops) {
        return hops.stream().map(HopReader::read).toList();
    }
}
