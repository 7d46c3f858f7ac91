package fr.accroche.scenarios.chain;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Profile;
import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.declaration.Participants.External;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.scenarios.igc.IgcSite;
import fr.accroche.scenarios.igc.RevocationDesk;
import fr.accroche.teleservice.IntrospectionSettings;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the servers of a chain listen, and whom its ends believe.
 *
 * @param settings strict or pedagogic, and how revocation is looked up
 * @param folder where the authorities are
 * @param ports where to listen
 * @param certificates what to show
 */
record ChainTls(Settings settings, WorkFolder folder, Ports ports, Certificates certificates) {

    /** A server that asks for a client certificate, and in strict mode may require one. */
    ServerSettings server(Participant participant, boolean certificateRequired) {
        CertificateJudge judge = judge(Profile.ORG_AUTH_CLI);
        boolean strict = settings.tls() == Settings.Tls.STRICT;
        return server(
                participant,
                strict
                        ? new ClientAuthentication.Strict(judge, certificateRequired)
                        : new ClientAuthentication.Pedagogic(judge));
    }

    ServerSettings server(Participant participant, ClientAuthentication clients) {
        return new ServerSettings(
                        participant.label(), ports.of(participant), certificates.server(), clients, Limits.DEFAULT)
                .withPublished(ports.published(participant));
    }

    CertificateJudge judge(Profile profile) {
        RevocationLookup lookup = new RevocationLookup(settings, certificates.revocations(), certificates.branch());
        return folder.igc().judge(profile, certificates.branch(), lookup.check());
    }

    /** Where the authorities publish, and where these doors are. */
    IgcSite igc(Routes doors, WireRuntime runtime) {
        return new IgcSite(
                Participant.IGC.label(),
                ports.of(Participant.IGC),
                ports.published(Participant.IGC),
                certificates.revocations(),
                folder.igc(),
                new RevocationDesk(certificates.revocations(), certificates.branch(), certificates::serial),
                settings.realistic(),
                doors,
                runtime);
    }

    ClientSettings client() {
        return ClientSettings.trusting(roots());
    }

    /** The same toward a server of the vendor's, if it is one: its authorities are believed beside accroche's. */
    ClientSettings toward(Optional<? extends External> called) {
        return ClientSettings.trusting(roots(List.of(called)));
    }

    /** A national service that calls another. */
    ClientSettings service(String name) {
        return client().presenting(certificates.service(name));
    }

    /** A national service that calls another, which may be the vendor's and know it by another certificate. */
    ClientSettings service(String name, Optional<? extends External> called) {
        return toward(called).presenting(shown(name, called));
    }

    /** Who that service is to it: a server knows a client by the CN of its certificate. */
    String name(String name, Optional<? extends External> called) {
        X509Certificate certificate = shown(name, called).certificate();
        return SubjectName.of(certificate.getSubjectX500Principal())
                .commonName()
                .orElse(name);
    }

    private HeldCertificate shown(String name, Optional<? extends External> called) {
        return certificates.own().peer(called).certificate().orElseGet(() -> certificates.service(name));
    }

    /** How a téléservice asks the authorization server about tokens, as this caller. */
    IntrospectionSettings introspection(
            String caller, Optional<? extends External> asked, AuthorizationLink.Realm realm, Teleservice service) {
        return new IntrospectionSettings(
                realm.introspection(), name(caller, asked), service(caller, asked), service.route());
    }

    /** The roots to believe of these, some of which may be the vendor's. */
    List<X509Certificate> roots(List<Optional<? extends External>> called) {
        return Stream.concat(
                        roots().stream(),
                        called.stream().flatMap(each -> certificates.own().peer(each).trust().stream()))
                .distinct()
                .toList();
    }

    List<X509Certificate> roots() {
        return folder.igc().roots(certificates.branch());
    }
}
