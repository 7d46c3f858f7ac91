package fr.accroche.scenarios.doctor;

import fr.accroche.authserver.Client;
import fr.accroche.authserver.ClientKeysException;
import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.file.FileContent;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.BroughtFiles;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.CertificateCheck;
import fr.accroche.scenarios.certificate.CertificateFinding;
import fr.accroche.scenarios.certificate.Use;
import fr.accroche.scenarios.certificate.Use.Part;
import fr.accroche.scenarios.chain.RevocationLookup;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the vendor of an operation brings, against what is declared of it.
 *
 * @param declaration what is declared
 * @param branch of its environment
 * @param igc whose authorities the servers trust
 * @param folder that paths start from
 * @param clock says what has expired
 */
record OperationFiles(Declaration declaration, Branch branch, TestIgc igc, Path folder, Clock clock) {

    private static final Text OWN =
            Text.of("ne déclare aucun fichier : rien à examiner", "declares no file: nothing to examine");
    private static final Text CERTIFICATE = Text.of("{0} : certificat {1}", "{0}: certificate {1}");
    private static final Text SEAL = Text.of("{0} : cachet {1}", "{0}: seal {1}");
    private static final Text TRUSTSTORE = Text.of("{0} : autorités {1}", "{0}: truststore {1}");
    private static final Text KEYS = Text.of("clés enregistrées à PSC", "keys registered at PSC");
    private static final Text READABLE = Text.of("{0} : {1}", "{0}: {1}");
    private static final Text OTHER_KEYS = Text.of(
            "y mettre un jeu JWK de clés publiques, ou corriger psc.jwksFile (docs/settings.md)",
            "put a JWK set of public keys there, or correct psc.jwksFile (docs/settings.md)");
    private static final Text SOUND = Text.of("{0}, jusqu'au {1} (encore {2} jours)", "{0}, until {1} ({2} days left)");
    private static final Text ACCEPTS = Text.of("accepte les serveurs d'accroche", "accepts accroche's servers");
    private static final Text OTHER_SUBJECT = Text.of(
            "un autre sujet que le certificat. La chaîne ne les compare pas : en mode PSC, l'opérateur du proxy et celui du LPS"
                    + " peuvent être deux structures. Quand ils ne doivent faire qu'un : F8",
            "another subject than the certificate's. The chain does not compare them: in PSC mode, the proxy's operator and the"
                    + " LPS's may be two structures. Where they must be one: F8");

    private static final Text OTHER_OPERATOR = Text.of(
            "attendu OU = {0}, l'idNatStruct de {1}, qui opère le LPS et scelle ses VIHF ; observé : {2}",
            "expected OU = {0}, the idNatStruct of {1}, who operates the LPS and seals its VIHFs; observed: {2}");
    private static final Text NO_UNIT = Text.of("aucun, ou plusieurs", "none, or several");
    private static final Text ORDER_SEAL = Text.of(
            "commander le cachet (ORG SIGN) sur la structure de l'opérateur du LPS, ou corriger operator dans la déclaration",
            "order the seal (ORG SIGN) on the structure of the LPS's operator, or correct operator in the declaration");

    List<Examined> examined(Operation operation) {
        String client = operation.clientId().value();
        List<Examined> points = new ArrayList<>();
        operation.files().ifPresent(files -> points.addAll(examined(operation, client, files)));
        operation.psc().jwksFile().ifPresent(file -> points.add(keys(operation, file)));
        return points.isEmpty() ? List.of(Examined.info(Text.verbatim(client), OWN)) : points;
    }

    private Examined keys(Operation operation, String file) {
        try {
            Operation located = operation.withPsc(
                    operation.psc().withJwksFile(folder.resolve(file).toString()));
            Client.declared(declaration.withOperations(List.of(located))).forEach(Client::withRegisteredKeys);
            return Examined.ok(KEYS, READABLE.with(operation.clientId().value(), file));
        } catch (ClientKeysException e) {
            return Examined.fail(KEYS, e.text(), OTHER_KEYS);
        }
    }

    private List<Examined> examined(Operation operation, String client, BroughtFiles files) {
        List<Examined> points = new ArrayList<>();
        Use use = new Use(
                Part.AUTH_CLI,
                branch,
                Optional.of(client),
                Optional.of(declaration.proxyOperator(operation).idNatStruct().value()),
                files.alias(),
                Optional.empty());
        Optional<FileContent> certificate = files.certificate()
                .flatMap(file ->
                        content(CERTIFICATE.with(client, file), file, files.key(), files.passwordFile(), use, points));
        Use sealing =
                new Use(Part.SIGN, branch, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        files.seal().ifPresent(file -> {
            Text subject = SEAL.with(client, file);
            content(subject, file, Optional.empty(), files.sealPasswordFile(), sealing, points)
                    .flatMap(seal -> otherOperator(subject, seal, sealing, declaration.operator(operation))
                            .or(() -> certificate
                                    .flatMap(content -> difference(content, use, seal, sealing))
                                    .map(differs -> Examined.info(subject, OTHER_SUBJECT))))
                    .ifPresent(points::add);
        });
        Use trusting = new Use(
                Part.TRUSTSTORE, branch, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        files.truststore()
                .ifPresent(file -> content(
                        TRUSTSTORE.with(client, file),
                        file,
                        Optional.empty(),
                        files.truststorePasswordFile(),
                        trusting,
                        points));
        return points;
    }

    /** The file, if it could be read; what is wrong with it goes to the points. */
    private Optional<FileContent> content(
            Text subject,
            String file,
            Optional<String> key,
            Optional<String> passwordFile,
            Use use,
            List<Examined> points) {
        BroughtFile brought = new BroughtFile(
                subject, folder.resolve(file), key.map(folder::resolve), passwordFile.map(folder::resolve));
        Optional<FileContent> content = brought.open(points);
        content.ifPresent(read -> points.add(judged(subject, read, use)));
        return content;
    }

    private Examined judged(Text subject, FileContent content, Use use) {
        List<CertificateFinding> findings = new CertificateCheck(
                        igc, clock, new RevocationLookup(declaration.settings(), igc.revocations(), branch).check())
                .check(content, use);
        if (!findings.isEmpty()) {
            return Examined.found(subject, findings);
        }
        return Examined.ok(
                subject,
                use.as() == Part.TRUSTSTORE
                        ? ACCEPTS
                        : sound(CertificateFacts.of(CertificateCheck.chain(content, use))
                                .get(0)));
    }

    private Text sound(CertificateFacts facts) {
        return SOUND.with(facts.subject(), LocalDate.ofInstant(facts.until(), ZoneOffset.UTC), facts.daysLeft(clock));
    }

    /** Who operates the LPS seals its VIHFs. */
    private static Optional<Examined> otherOperator(Text subject, FileContent seal, Use sealing, Actor operator) {
        String expected = operator.idNatStruct().value();
        return CertificateCheck.chain(seal, sealing).stream()
                .findFirst()
                .map(CertificateCheck::unit)
                .filter(observed -> !observed.equals(Optional.of(expected)))
                .map(observed -> Examined.fail(
                        subject,
                        OTHER_OPERATOR.with(
                                expected,
                                operator.id(),
                                observed.map(Text::verbatim).orElse(NO_UNIT)),
                        ORDER_SEAL));
    }

    private static Optional<CertificateFinding> difference(
            FileContent certificate, Use use, FileContent seal, Use sealing) {
        List<X509Certificate> clients = CertificateCheck.chain(certificate, use);
        List<X509Certificate> seals = CertificateCheck.chain(seal, sealing);
        return clients.isEmpty() || seals.isEmpty()
                ? Optional.empty()
                : CertificateCheck.sameSubject(clients.get(0), seal.file(), seals.get(0));
    }
}
