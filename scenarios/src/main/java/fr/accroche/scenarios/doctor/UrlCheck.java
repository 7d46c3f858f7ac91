package fr.accroche.scenarios.doctor;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.CertificateErrors;
import fr.accroche.scenarios.diagnosis.Diagnosis;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.ConnectionFailedException.Reason;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.net.URI;
import java.net.UnknownHostException;
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
import java.util.Set;

/**
 * Calls servers, without a certificate of its own.
 *
 * @param roots the only ones that a server's chain may end at
 * @param clock this machine's
 */
record UrlCheck(List<X509Certificate> roots, Clock clock) {

    private static final Duration APART = Duration.ofMinutes(5);

    /** What servers answer to a client that shows nothing (RFC 8446 §6.2); after them, nothing else is wrong. */
    private static final Set<String> WANTS_CERTIFICATE = Set.of("alert certificate_required", "alert bad_certificate");

    private static final Text ANSWERS = Text.of("répond {0}", "answers {0}");
    private static final Text WANTS = Text.of(
            "répond, et demande un certificat client ; aucun n'est présenté ici",
            "answers, and asks for a client certificate; none is presented here");
    private static final Text PLAIN = Text.of(
            "HTTP en clair : rien n'est appelé ; chaque service de la chaîne est en HTTPS",
            "plain HTTP: nothing is called; each service of the chain speaks HTTPS");
    private static final Text NO_HOST = Text.of("aucune machine de ce nom : {0}", "no host of that name: {0}");
    private static final Text CHECK_NAME =
            Text.of("vérifier le nom, le DNS ou le fichier hosts", "check the name, the DNS or the hosts file");
    private static final Text UNREACHABLE = Text.of("personne n'y répond : {0}", "nobody answers there: {0}");
    private static final Text START = Text.of(
            "démarrer le serveur, ou vérifier l'hôte et le port", "start the server, or check the host and the port");
    private static final Text HANDSHAKE = Text.of(
            "la connexion TLS échoue (seule l'IGC-Santé simulée de ce dossier de travail est reconnue ici) : {0}",
            "the TLS handshake fails (only the simulated IGC-Santé of this work folder is trusted here): {0}");
    private static final Text LATE = Text.of("pas de réponse à temps : {0}", "no answer in time: {0}");
    private static final Text BROKEN = Text.of("pas de réponse HTTP entière : {0}", "no whole HTTP answer: {0}");
    private static final Text LIKELY = Text.verbatim("{0} — {1}. {2}");
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
            points.add(Examined.fail(subject, PLAIN, likely(CertificateErrors.named("F37"))));
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
        String message = String.valueOf(failed.getMessage());
        if (wantsCertificate(message)) {
            return Examined.info(subject, WANTS);
        }
        return unreached(subject, failed, HANDSHAKE);
    }

    static boolean wantsCertificate(String message) {
        return WANTS_CERTIFICATE.stream().anyMatch(message::contains);
    }

    /**
     * Why a server cannot be called.
     *
     * @param handshake what is said of a handshake that failed
     */
    static Examined unreached(Text subject, ConnectionFailedException failed, Text handshake) {
        String message = String.valueOf(failed.getMessage());
        if (failed.getCause() instanceof UnknownHostException) {
            return Examined.fail(subject, NO_HOST.with(message), CHECK_NAME);
        }
        Optional<CertificateError> known =
                Diagnosis.of(message).candidates().stream().findFirst().map(Diagnosis.Candidate::error);
        return Examined.fail(
                subject,
                sentence(failed.reason(), handshake).with(message),
                likely(known).or(() -> failed.reason() == Reason.UNREACHABLE ? Optional.of(START) : Optional.empty()));
    }

    private static Text sentence(Reason reason, Text handshake) {
        return switch (reason) {
            case UNREACHABLE -> UNREACHABLE;
            case HANDSHAKE -> handshake;
            case TIMEOUT, BUSY -> LATE;
            case BROKEN, TOO_LARGE -> BROKEN;
        };
    }

    private static Optional<Text> likely(Optional<CertificateError> error) {
        return error.map(known -> LIKELY.with(known.id(), known.title(), known.fix()));
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
                        likely(CertificateErrors.named("F29")),
                        List.of()));
    }
}
