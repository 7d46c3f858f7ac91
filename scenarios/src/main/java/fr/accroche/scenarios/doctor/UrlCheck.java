package fr.accroche.scenarios.doctor;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateErrors;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls servers, without a certificate of its own.
 *
 * @param roots the only ones that a server's chain may end at
 * @param clock this machine's
 */
record UrlCheck(List<X509Certificate> roots, Clock clock) {

    private static final Duration APART = Duration.ofMinutes(5);

    private static final Text ANSWERS = Text.of("répond {0}", "answers {0}");
    private static final Text WANTS = Text.of(
            "répond, et demande un certificat client ; aucun n'est présenté ici",
            "answers, and asks for a client certificate; none is presented here");
    private static final Text PLAIN = Text.of(
            "HTTP en clair : rien n'est appelé ; chaque service de la chaîne est en HTTPS",
            "plain HTTP: nothing is called; each service of the chain speaks HTTPS");
    private static final Text HANDSHAKE = Text.of(
            "la connexion TLS échoue (seule l'IGC-Santé simulée de ce dossier de travail est reconnue ici) : « {0} »",
            "the TLS handshake fails (only the simulated IGC-Santé of this work folder is trusted here): {0}");
    private static final Text CLOCKS = Text.of(
            "son horloge dit {0}, celle de cette machine {1} : {2} minutes d'écart",
            "its clock says {0}, this machine's {1}: {2} minutes apart");

    List<Examined> examined(List<URI> urls) {
        List<Examined> points = new ArrayList<>();
        try (WireRuntime runtime = WireRuntime.start(clock);
                WireClient client = new WireClient(runtime, ClientSettings.trusting(roots))) {
            urls.forEach(url -> call(client, url, points));
        }
        return points;
    }

    private void call(WireClient client, URI url, List<Examined> points) {
        Text subject = Text.verbatim(url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath());
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            points.add(Examined.fail(subject, PLAIN, CallFailure.likely(CertificateErrors.named("F37"))));
            return;
        }
        try {
            Response answer = client.send(ClientRequest.get(url));
            points.add(Examined.ok(subject, ANSWERS.with(answer.status())));
            answer.headers()
                    .first("Date")
                    .flatMap(UrlCheck::instant)
                    .flatMap(date -> apart(subject, date))
                    .ifPresent(points::add);
        } catch (ConnectionFailedException failed) {
            points.add(failed(subject, failed));
        }
    }

    private static Examined failed(Text subject, ConnectionFailedException failed) {
        return CallFailure.wantsCertificate(failed)
                ? Examined.info(subject, WANTS)
                : CallFailure.examined(subject, failed, HANDSHAKE);
    }

    /** As RFC 9110 §5.6.7 has it; what is no date says nothing. */
    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private Optional<Examined> apart(Text subject, Instant theirs) {
        Instant ours = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration difference = Duration.between(ours, theirs).abs();
        return difference.compareTo(APART) <= 0
                ? Optional.empty()
                : Optional.of(new Examined(
                        subject,
                        Examined.Level.WARNING,
                        CLOCKS.with(theirs, ours, difference.toMinutes()),
                        CallFailure.likely(CertificateErrors.named("F29")),
                        List.of()));
    }
}
