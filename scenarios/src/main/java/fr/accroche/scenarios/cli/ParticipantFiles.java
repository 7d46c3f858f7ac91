package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.PeerFiles;
import fr.accroche.scenarios.lps.TemplateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The files that are declared for the vendor's own proxy: found from the declaration's folder, and its template read at once. */
final class ParticipantFiles {

    private ParticipantFiles() {}

    /** The same declaration, with whole paths. */
    static Declaration located(Declaration declaration, Path folder) throws IOException, DeclarationException {
        Participants written = declaration.participants();
        if (written.proxy().isEmpty()) {
            return declaration;
        }
        UnaryOperator<String> whole = file -> folder.resolve(file).toString();
        Participants.Proxy proxy = written.proxy().get();
        Optional<String> template = proxy.template().map(whole);
        if (template.isPresent()) {
            TemplateFile.read(Path.of(template.get()));
        }
        Participants.Proxy located = new Participants.Proxy(
                proxy.path(), proxy.url(), proxy.files().map(files -> located(files, whole)), template);
        return declaration.withParticipants(new Participants(
                written.lps(),
                Optional.of(located),
                written.psc(),
                written.authorizationServer(),
                written.credentialApi(),
                written.teleservices()));
    }

    private static PeerFiles located(PeerFiles files, UnaryOperator<String> whole) {
        return new PeerFiles(
                files.trust().map(whole),
                files.trustPasswordFile().map(whole),
                files.certificate().map(whole),
                files.key().map(whole),
                files.passwordFile().map(whole));
    }
}
