package fr.accroche.scenarios.cli;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.IgcAuthority;
import fr.accroche.certs.TrustFiles;
import fr.accroche.compliance.declaration.BroughtFiles;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.DeclaredOrders;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.configuration.ProxyConfiguration;
import fr.accroche.scenarios.door.UpDoors;
import fr.accroche.scenarios.igc.IgcSite;
import fr.accroche.wire.admin.AdminDoors;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code up} prints once a chain listens: addresses, doors, files.
 *
 * @param console where
 * @param chain which
 * @param declaration what it was started from
 */
record UpTable(Console console, Chain chain, Declaration declaration) {

    private static final Text SERVERS = Text.of("Serveurs", "Servers");
    private static final Text REALMS = Text.of(
            "/realms/dmp/.well-known/openid-configuration  de même {0}",
            "/realms/dmp/.well-known/openid-configuration  {0} likewise");
    private static final Text FILES = Text.of(
            "Certificats (PKCS#12, mot de passe « {0} » ; ou PEM)", "Certificates (PKCS#12, password '{0}'; or PEM)");
    private static final Text ECPS = Text.of(
            "page des téléphones ; POST action=allow, deny, silent ou wrong-code pour répondre",
            "page of the phones; POST action=allow, deny, silent or wrong-code to answer");
    private static final Text REVOCATION = Text.of("révocation", "revocation");
    private static final Text DESK = Text.of(
            "GET montre ; POST certificate=…&state=revoked, crl=expired, ocsp=silent… en change",
            "GET shows; POST certificate=…&state=revoked, crl=expired, ocsp=silent… changes");
    private static final Text YOURS = Text.of("(le vôtre)", "(your own)");
    private static final Text ELSEWHERE = Text.of("(un autre processus)", "(another process)");
    private static final Text CLOCK = Text.of("horloge", "clock");
    private static final Text MOVE = Text.of(
            "GET montre ; POST advance=2m, set=2026-12-01T08:00:00Z, freeze=true ou reset=true la change pour tous",
            "GET shows; POST advance=2m, set=2026-12-01T08:00:00Z, freeze=true or reset=true changes it for all");
    private static final Text FAULTS = Text.of("pannes sur demande", "faults on demand");
    private static final Text BREAK = Text.of(
            "de chaque serveur ; POST endpoint=…&do=status:503&times=2 ; GET montre le choix",
            "of each server; POST endpoint=…&do=status:503&times=2; GET shows the choice");
    private static final Text VERDICT = Text.of("verdict à ce stade", "verdict so far");
    private static final Text SO_FAR = Text.of(
            "GET juge ce qui a été vu (JSON) ; DELETE recommence",
            "GET judges what was seen (JSON); DELETE begins anew");
    private static final Text STUBS = Text.of("bouchons", "stubs");
    private static final Text CHANGE = Text.of(
            "de chaque téléservice ; GET les montre, POST en ajoute un, POST …/reset relit le dossier (docs/stubs.md)",
            "of each téléservice; GET shows them, POST adds one, POST …/reset reads the folder again (docs/stubs.md)");
    private static final Text TRUST = Text.of("autorité à reconnaître", "authority to trust");
    private static final Text READY =
            Text.of("prêt ; Ctrl-C arrête et donne le verdict", "ready; Ctrl-C stops and gives the verdict");

    private static final Text CONFIGURATION = Text.of("Configuration de votre proxy", "Configuration of your proxy");

    void print() {
        line(in(SERVERS));
        servers();
        doors();
        line("");
        line(in(FILES.with(WorkFolder.PASSWORD)));
        files();
        line("");
        configuration();
        line(in(READY));
    }

    private void servers() {
        Map<Participant, URI> uris = chain.uris();
        for (Participant participant : Participant.values()) {
            if (participant == Participant.API_PSC) {
                authorizationServers();
            } else if (uris.containsKey(participant)) {
                row(participant.label(), uris.get(participant) + note(participant));
            }
        }
    }

    /** What a person or a program asks of the servers beside their work. */
    private void doors() {
        if (chain.simulated().contains(Participant.PSC)) {
            row("e-CPS", chain.uri(Participant.PSC).resolve("/__accroche/ecps") + "  " + in(ECPS));
        }
        chain.simulated().stream()
                .sorted()
                .findFirst()
                .ifPresent(any -> row(in(CLOCK), chain.uri(any).resolve(AdminDoors.CLOCK) + "  " + in(MOVE)));
        row(in(FAULTS), AdminDoors.FAULTS + "  " + in(BREAK));
        URI igc = chain.uri(Participant.IGC);
        row(in(VERDICT), igc.resolve(UpDoors.VERDICT) + "  " + in(SO_FAR));
        if (chain.stubbed()) {
            row(in(STUBS), "/__admin/mappings  " + in(CHANGE));
        }
        igc(igc, DeclaredOrders.branch(declaration));
    }

    private void files() {
        for (Operation operation : declaration.operations()) {
            row(
                    operation.clientId().value(),
                    operation
                            .files()
                            .flatMap(BroughtFiles::certificate)
                            .orElseGet(() -> line(chain.certificateFiles(operation))));
            chain.lps()
                    .files(operation)
                    .ifPresent(lps -> row(operation.clientId().value() + " (LPS)", line(lps)));
        }
        TrustFiles trust = chain.trust();
        row(in(TRUST), trust.p12() + "  " + trust.pem());
    }

    /** Ready to paste, where the proxy is the vendor's. */
    private void configuration() {
        if (declaration.participants().proxy().isEmpty()) {
            return;
        }
        Map<String, Path> certificates = new LinkedHashMap<>();
        declaration
                .operations()
                .forEach(operation -> certificates.put(
                        operation.clientId().value(),
                        chain.certificateFiles(operation).p12()));
        line(in(CONFIGURATION));
        line(new ProxyConfiguration(
                        chain.addresses(),
                        certificates,
                        WorkFolder.PASSWORD,
                        chain.trust().p12())
                .text(console.language()));
    }

    /** The simulated one, of which each téléservice that has none of the vendor's has a realm; and each of the vendor's. */
    private void authorizationServers() {
        String label = Participant.API_PSC.label();
        if (Participant.of(declaration).contains(Participant.API_PSC)) {
            row(label, chain.uri(Participant.API_PSC) + note(Participant.API_PSC));
        }
        Set<Teleservice> theirs = declaration
                .participants()
                .authorizationServer()
                .map(servers -> servers.urls().keySet())
                .orElse(Set.of());
        chain.addresses().routes().forEach((service, route) -> {
            if (theirs.contains(service)) {
                row(label + " (" + service.route() + ")", route.token() + "  " + in(YOURS));
            }
        });
    }

    private String note(Participant participant) {
        if (!chain.here().contains(participant) && Participant.of(declaration).contains(participant)) {
            return "  " + in(ELSEWHERE);
        }
        if (participant != Participant.IGC && !chain.simulated().contains(participant)) {
            return "  " + in(YOURS);
        }
        return participant == Participant.API_PSC ? in(REALMS.with(otherRealms())) : "";
    }

    private static String otherRealms() {
        return Stream.of(Teleservice.values())
                .filter(service -> service.simulated() && service != Teleservice.DMP)
                .map(Teleservice::route)
                .collect(Collectors.joining(", "));
    }

    private static String line(CertificateFiles files) {
        return files.p12() + "  " + files.chain() + "  " + files.key();
    }

    private void igc(URI site, Branch branch) {
        row(
                "CRL",
                IgcSite.list(site, branch, IgcAuthority.INTERMEDIATE) + "  "
                        + IgcSite.list(site, branch, IgcAuthority.ROOT));
        row("OCSP", IgcSite.ocsp(site).toString());
        row(in(REVOCATION), IgcSite.desk(site) + "  " + in(DESK));
    }

    private void row(String name, String value) {
        line(String.format(Locale.ROOT, "  %-26s %s", name, value));
    }

    private String in(Text text) {
        return text.in(console.language());
    }

    private void line(String text) {
        console.out().println(text);
    }
}
