package fr.accroche.scenarios.doctor;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.OpenedEntry;
import fr.accroche.certs.file.OpenedFile;
import fr.accroche.compliance.declaration.BroughtFiles;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.PeerFiles;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.CertificateCheck;
import fr.accroche.scenarios.certificate.Use;
import fr.accroche.scenarios.certificate.Use.Part;
import fr.accroche.scenarios.chain.DeclaredOrders;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.OwnMaterial.Brought;
import fr.accroche.scenarios.chain.OwnMaterial.Peer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a vendor brings, to be presented or believed in a run. Whether it is right is not asked here: a wrong certificate
 * is to be found by who meets it.
 *
 * @param declaration what is declared
 * @param folder that paths start from
 */
public record OwnFiles(Declaration declaration, Path folder) {

    private static final Text CERTIFICATE = Text.of("{0} : certificat {1}", "{0}: certificate {1}");
    private static final Text SEAL = Text.of("{0} : cachet {1}", "{0}: seal {1}");
    private static final Text TRUST = Text.of("{0} : autorités {1}", "{0}: authorities {1}");
    private static final Text NO_KEY = Text.of(
            "attendu un certificat avec sa clé privée ; observé : aucune clé lisible qui aille avec un certificat",
            "expected a certificate with its private key; observed: no readable key that goes with a certificate");
    private static final Text BRING_KEY = Text.of(
            "mettre la clé dans le même fichier, ou la déclarer (key) ; « accroche certs check » dit ce qu'il contient",
            "put the key in the same file, or declare it (key); 'accroche certs check' says what is in it");
    private static final Text NO_AUTHORITY = Text.of(
            "attendu au moins un certificat d'autorité ; observé : aucun certificat",
            "expected at least one authority's certificate; observed: no certificate");
    private static final Text BRING_AUTHORITY = Text.of(
            "y mettre le certificat de l'autorité qui a émis celui du serveur",
            "put there the certificate of the authority that issued the server's");

    /**
     * All of it.
     *
     * @param operations those that a run is about
     * @param points what cannot be used goes here
     */
    public OwnMaterial read(List<Operation> operations, List<Examined> points) {
        Map<String, Brought> clients = new HashMap<>();
        Map<String, Brought> seals = new HashMap<>();
        for (Operation operation : operations) {
            String client = operation.clientId().value();
            operation.files().ifPresent(files -> {
                client(operation, files, points).ifPresent(brought -> clients.put(client, brought));
                seal(client, files, points).ifPresent(brought -> seals.put(client, brought));
            });
        }
        return new OwnMaterial(clients, seals, peers(points));
    }

    private Optional<Brought> client(Operation operation, BroughtFiles files, List<Examined> points) {
        String client = operation.clientId().value();
        Use use = new Use(
                Part.AUTH_CLI, branch(), Optional.of(client), Optional.empty(), files.alias(), Optional.empty());
        return files.certificate()
                .flatMap(file -> held(
                                new BroughtFile(
                                        CERTIFICATE.with(client, file),
                                        folder.resolve(file),
                                        files.key().map(folder::resolve),
                                        files.passwordFile().map(folder::resolve)),
                                use,
                                points)
                        .map(held -> new Brought(held, file)));
    }

    private Optional<Brought> seal(String client, BroughtFiles files, List<Examined> points) {
        return files.seal()
                .flatMap(file -> held(
                                new BroughtFile(
                                        SEAL.with(client, file),
                                        folder.resolve(file),
                                        Optional.empty(),
                                        files.sealPasswordFile().map(folder::resolve)),
                                any(Part.SIGN),
                                points)
                        .map(held -> new Brought(held, file)));
    }

    private Map<String, Peer> peers(List<Examined> points) {
        Map<String, Peer> peers = new HashMap<>();
        Participants participants = declaration.participants();
        participants.psc().ifPresent(server -> peer(server.path(), server.files(), peers, points));
        participants.authorizationServer().ifPresent(server -> peer(server.path(), server.files(), peers, points));
        participants.credentialApi().ifPresent(server -> peer(server.path(), server.files(), peers, points));
        participants.teleservices().ifPresent(server -> peer(server.path(), server.files(), peers, points));
        return peers;
    }

    private void peer(String path, Optional<PeerFiles> declared, Map<String, Peer> peers, List<Examined> points) {
        declared.ifPresent(files -> {
            Optional<FileContent> trust = files.trust().flatMap(file -> trust(path, file, files, points));
            Optional<HeldCertificate> certificate = files.certificate()
                    .flatMap(file -> held(
                            new BroughtFile(
                                    CERTIFICATE.with(path, file),
                                    folder.resolve(file),
                                    files.key().map(folder::resolve),
                                    files.passwordFile().map(folder::resolve)),
                            any(Part.AUTH_CLI),
                            points));
            peers.put(path, new Peer(trust.map(FileContent::certificates).orElse(List.of()), certificate));
        });
    }

    private Optional<FileContent> trust(String path, String file, PeerFiles files, List<Examined> points) {
        Text subject = TRUST.with(path, file);
        Optional<FileContent> content = new BroughtFile(
                        subject,
                        folder.resolve(file),
                        Optional.empty(),
                        files.trustPasswordFile().map(folder::resolve))
                .open(points);
        if (content.isPresent() && content.get().certificates().isEmpty()) {
            points.add(Examined.fail(subject, NO_AUTHORITY, BRING_AUTHORITY));
        }
        return content;
    }

    private static Optional<HeldCertificate> held(BroughtFile file, Use use, List<Examined> points) {
        Optional<OpenedFile> opened = file.opened(points);
        Optional<HeldCertificate> held = opened.flatMap(
                        content -> content.entry(CertificateCheck.chain(content.content(), use)))
                .map(OpenedEntry::held);
        if (opened.isPresent() && held.isEmpty()) {
            points.add(Examined.fail(file.subject(), NO_KEY, BRING_KEY));
        }
        return held;
    }

    private Use any(Part part) {
        return new Use(part, branch(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Branch branch() {
        return DeclaredOrders.branch(declaration);
    }
}
