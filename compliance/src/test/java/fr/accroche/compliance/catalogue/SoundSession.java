package fr.accroche.compliance.catalogue;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.exchange.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hops of a session where nothing is wrong, to be spoilt one fact at a time. */
public final class SoundSession {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final String OU = "300000000010009";

    static final String PATIENT = "290019999900113^^^&1.2.250.1.213.1.4.10&ISO^NH";

    static final String CALLBACK = "https://lps.accroche.invalid/retour";

    private static final Map<Fact, String> SHAPE = Map.ofEntries(
            Map.entry(Fact.VIHF_STRUCTURE, OU),
            Map.entry(Fact.VIHF_SECTOR, "SA07^1.2.250.1.71.4.2.4"),
            Map.entry(Fact.VIHF_VERSION, "3.0"),
            Map.entry(Fact.VIHF_MODE, "INDIRECTE"),
            Map.entry(Fact.VIHF_AUTHN_CONTEXT, "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered"),
            Map.entry(Fact.VIHF_LPS_ID, ""),
            Map.entry(Fact.ASSERTION_SIGNER_DEFECTS, ""),
            Map.entry(Fact.ASSERTION_SIGNER_STRUCTURE, OU),
            Map.entry(Fact.VIHF_RESOURCE, "urn:dmp"),
            Map.entry(Fact.VIHF_SUBJECT_NAMES, "1"),
            Map.entry(Fact.VIHF_ROLES, "10^1.2.250.1.71.1.2.7 | SM26^1.2.250.1.71.4.2.5"),
            Map.entry(Fact.VIHF_PURPOSE, "normal^1.2.250.1.213.1.1.4.248"),
            Map.entry(Fact.VIHF_PATIENT, PATIENT),
            Map.entry(Fact.VIHF_PATIENT_KEY, "right"),
            Map.entry(Fact.BODY_PATIENT, PATIENT));

    private static final Map<Fact, String> TLSI_SHAPE = Map.of(
            Fact.CONTEXTE_LPS_VERSION, "01_00",
            Fact.CONTEXTE_BAM_VERSION, "01_02",
            Fact.PS_QUALIFIER, "PSC",
            Fact.PS_ATTRIBUTES, "Issuer codeSpecialiteAMO identifiantFacturation secteurActivite");

    private final String client;
    private final List<Hop> hops = new ArrayList<>();

    private SoundSession(String client) {
        this.client = client;
    }

    public static Declaration declaration(String... replacements) {
        return declaration(ShippedDeclaration.PROXY_INTEGRE, replacements);
    }

    public static Declaration declaration(ShippedDeclaration shipped, String... replacements) {
        String yaml = shipped.text();
        for (int i = 0; i < replacements.length; i += 2) {
            yaml = yaml.replace(replacements[i], replacements[i + 1]);
        }
        try {
            return DeclarationReader.read(
                    "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 22));
        } catch (DeclarationException e) {
            throw new AssertionError(e);
        }
    }

    /** The shared proxy's two LPSs, of which the second sends the first one's number to the DMP, as was declared. */
    static Declaration oneNumberForTwo() {
        return declaration(
                ShippedDeclaration.PROXY_PARTAGE,
                "DMP-SIMULE-0002",
                "DMP-SIMULE-0001",
                "INSI-SIMULE-0002",
                "INSI-SIMULE-0001",
                "Alpha Officine",
                "Alpha Cabinet");
    }

    public static SoundSession of(String client) {
        return of(client, "DMP-SIMULE-0001");
    }

    public static SoundSession of(String client, String dmpNumber) {
        SoundSession session = new SoundSession(client);
        session.connect();
        session.exchange("DMP");
        session.business("DMP", "VIHF", dmpNumber);
        session.exchange("INSi");
        session.business("INSi", "ASSERTION_PS", "INSI-SIMULE-0001");
        return session;
    }

    public List<Hop> hops() {
        return List.copyOf(hops);
    }

    /** With a fact changed in every hop of a stage; absent if the value is null. */
    public SoundSession spoil(Stage stage, Fact fact, String value) {
        hops.replaceAll(hop -> hop.stage() == stage ? with(hop, fact, value) : hop);
        return this;
    }

    /** With another certificate in every hop that shows one. */
    public SoundSession spoilCertificate(ClientCertificate other) {
        hops.replaceAll(hop -> hop.client() instanceof ClientCertificate.NotAsked ? hop : with(hop, other));
        return this;
    }

    /** With one more login, by browser, from an address that the client registered if the declaration says so. */
    SoundSession byBrowser() {
        add(
                Stage.PSC_AUTHORIZATION,
                new ClientCertificate.NotAsked(),
                Map.of(
                        Fact.CLIENT_ID,
                        client,
                        Fact.RESPONSE_TYPE,
                        "code",
                        Fact.REDIRECT_URI,
                        CALLBACK,
                        Fact.SCOPE,
                        "openid scope_all",
                        Fact.ACR_VALUES,
                        "eidas1",
                        Fact.NONCE,
                        "n",
                        Fact.CODE_CHALLENGE_METHOD,
                        "S256",
                        Fact.AUTHORIZATION,
                        "a-" + client));
        add(
                Stage.PSC_TOKEN,
                certificate(client, OU),
                Map.of(
                        Fact.CLIENT_ID,
                        client,
                        Fact.GRANT_TYPE,
                        "authorization_code",
                        Fact.CODE_STATE,
                        "sound",
                        Fact.AUTHORIZATION,
                        "a-" + client));
        return this;
    }

    /** Where the LPS sent JSON, of which the proxy made what came. */
    SoundSession builtByProxy() {
        return spoil(Stage.LPS_SEND, Fact.BODY_TYPE, "application/json")
                .spoil(Stage.LPS_SEND, Fact.LPS_NUMBER, null)
                .spoil(Stage.BUSINESS, Fact.BODY_SHA256, "d2");
    }

    /** With two more requests to a téléservice, of which the second to leave is the first to come. */
    SoundSession overtaking(String service, String number) {
        int first = hops.size();
        business(service, "VIHF", number);
        business(service, "VIHF", number);
        List<Hop> four = List.copyOf(hops.subList(first, hops.size()));
        hops.set(first + 1, at(with(four.get(2), Fact.BODY_SHA256, "d3"), four.get(1)));
        hops.set(first + 2, at(with(four.get(3), Fact.BODY_SHA256, "d3"), four.get(2)));
        hops.set(first + 3, at(four.get(1), four.get(3)));
        return this;
    }

    private static Hop at(Hop hop, Hop then) {
        return new Hop(
                then.at(),
                hop.took(),
                hop.stage(),
                hop.server(),
                hop.call(),
                hop.status(),
                hop.answer(),
                hop.client(),
                hop.facts(),
                hop.breaches());
    }

    /** With every call of a stage made to another path. */
    SoundSession call(Stage stage, String call) {
        hops.replaceAll(hop -> hop.stage() == stage
                ? new Hop(
                        hop.at(),
                        hop.took(),
                        hop.stage(),
                        hop.server(),
                        call,
                        hop.status(),
                        hop.answer(),
                        hop.client(),
                        hop.facts(),
                        hop.breaches())
                : hop);
        return this;
    }

    /** With this stage refused. */
    SoundSession refuse(Stage stage) {
        hops.replaceAll(hop -> hop.stage() == stage ? copy(hop, hop.client(), hop.facts(), 401) : hop);
        return this;
    }

    /** With nothing from this stage on, in the order of {@link Stage}. */
    SoundSession endBefore(Stage stage) {
        hops.removeIf(hop -> hop.stage().compareTo(stage) >= 0);
        return this;
    }

    public ClientCertificate certificate(String cn, String ou, CertificateDefect... defects) {
        return new ClientCertificate.Presented(new ObservedCertificate(
                "CN=" + cn + ",OU=" + ou,
                "CN=AC",
                "3f2a",
                "ab" + client,
                Optional.of(cn),
                Optional.of(ou),
                List.of(defects)));
    }

    /** With one more hop: a TLS handshake refused for this certificate. */
    SoundSession handshakeFailed(ClientCertificate shown) {
        add(Stage.HANDSHAKE_FAILED, shown, Map.of());
        return this;
    }

    private void connect() {
        add(
                Stage.PROXY_CONNECT,
                new ClientCertificate.NotAsked(),
                Map.of(
                        Fact.CLIENT_ID,
                        client,
                        Fact.PROXY_CALLER,
                        client,
                        Fact.PSC_SESSION,
                        "s-" + client,
                        Fact.TRACE_ID,
                        "t-" + client));
        add(
                Stage.PSC_CIBA,
                certificate(client, OU),
                Map.of(
                        Fact.CLIENT_ID,
                        client,
                        Fact.CLIENT_AUTHENTICATION,
                        "tls_client_auth",
                        Fact.SCOPE,
                        "openid scope_all",
                        Fact.ACR_VALUES,
                        "eidas1",
                        Fact.BINDING_MESSAGE,
                        "42",
                        Fact.LOGIN_HINT,
                        "899900000011",
                        Fact.AUTH_REQ_ID,
                        "req-" + client));
        add(
                Stage.PSC_TOKEN,
                certificate(client, OU),
                Map.of(
                        Fact.CLIENT_ID,
                        client,
                        Fact.AUTH_REQ_ID,
                        "req-" + client,
                        Fact.PSC_SESSION,
                        "s-" + client,
                        Fact.PSC_TOKEN,
                        "psc-" + client,
                        Fact.POLL_INTERVAL,
                        "1",
                        Fact.POLL_GAP,
                        "1001"));
    }

    private void exchange(String service) {
        Map<Fact, String> exchange = new EnumMap<>(Fact.class);
        exchange.put(Fact.CLIENT_ID, client);
        exchange.put(Fact.GRANT_TYPE, "urn:ietf:params:oauth:grant-type:token-exchange");
        exchange.put(Fact.SUBJECT_TOKEN_TYPE, "urn:ietf:params:oauth:token-type:access_token");
        exchange.put(Fact.SUBJECT_TOKEN_STATE, "active");
        exchange.put(Fact.SUBJECT_TOKEN_CLIENT, client);
        exchange.put(Fact.SUBJECT_TOKEN_ISSUER, "https://psc/auth/realms/esante-wallet");
        exchange.put(Fact.SUBJECT_TOKEN_ACR, "eidas1");
        exchange.put(Fact.PSC_TOKEN, "psc-" + client);
        exchange.put(Fact.API_TOKEN, "api-" + service + client);
        exchange.put(Fact.TELESERVICE, service);
        exchange.put(Fact.CREDENTIAL_OUTCOME, "granted");
        exchange.put(Fact.TRACE_ID, "t-" + client);
        add(Stage.EXCHANGE, certificate(client, OU), exchange);
        Map<Fact, String> credential = new EnumMap<>(Fact.class);
        credential.put(Fact.TRACE_ID, "t-" + client);
        credential.put(Fact.CREDENTIAL_CALLER, "as.simulateur.invalid");
        credential.put(Fact.CREDENTIAL_CLIENT_ID, client);
        credential.put(Fact.CREDENTIAL_CERTIFICATE_CN, client);
        credential.put(Fact.CREDENTIAL_CERTIFICATE_OU, OU);
        credential.put(Fact.CREDENTIAL_SECURITY_LEVEL, "15");
        credential.put(Fact.CREDENTIAL_OUTCOME, "granted");
        credential.put(Fact.REGISTER_CLIENT, "registered");
        credential.put(Fact.REGISTER_SECURITY_LEVEL, "15");
        credential.put(Fact.REGISTER_ELU, "valid");
        credential.put(Fact.REGISTER_ELP, "valid");
        credential.put(Fact.REGISTER_LINK, "valid");
        credential.put(Fact.REGISTER_PMT_UNTIL, "2027-01-20");
        add(Stage.CREDENTIAL, new ClientCertificate.NotAsked(), credential);
    }

    private void business(String service, String kind, String number) {
        add(
                Stage.LPS_SEND,
                new ClientCertificate.NotAsked(),
                Map.of(
                        Fact.TRACE_ID,
                        "t-" + client,
                        Fact.TELESERVICE,
                        service,
                        Fact.BODY_SHA256,
                        "d1",
                        Fact.BODY_TYPE,
                        "application/soap+xml",
                        Fact.LPS_NUMBER,
                        number));
        Map<Fact, String> received = new EnumMap<>(Fact.class);
        received.put(Fact.TELESERVICE, service);
        received.put(Fact.TRACE_ID, "t-" + client);
        received.put(Fact.API_TOKEN, "api-" + service + client);
        received.put(Fact.BEARER_KIND, "api");
        received.put(Fact.BEARER_STATE, "active");
        received.put(Fact.BEARER_CLIENT, client);
        received.put(Fact.BEARER_AUDIENCE, service.toLowerCase(java.util.Locale.ROOT));
        received.put(Fact.TOKEN_CNF, "ab" + client);
        received.put(Fact.TOKEN_PERSON, "899900000011");
        received.put(Fact.BODY_SHA256, "d1");
        received.put(Fact.ASSERTION_KIND, kind);
        received.put(Fact.ASSERTION_SIGNATURE, kind.equals("VIHF") ? "valid" : "absent");
        received.put(Fact.ASSERTION_AGE, "2");
        received.put(Fact.ASSERTION_PERSON, "899900000011");
        received.put(Fact.VARIANTS, "");
        received.put(Fact.LPS_NUMBER, number);
        received.put(Fact.LPS_NAME, "Alpha Cabinet");
        received.put(Fact.LPS_VERSION, "2.1");
        received.putAll(kind.equals("VIHF") ? SHAPE : TLSI_SHAPE);
        add(Stage.BUSINESS, certificate(client, OU), received);
    }

    private void add(Stage stage, ClientCertificate certificate, Map<Fact, String> facts) {
        Map<Fact, Observed> noted = new EnumMap<>(Fact.class);
        if (stage != Stage.LPS_SEND) {
            noted.put(Fact.TLS_PROTOCOL, new Observed("TLSv1.3", "TLS/version"));
            noted.put(Fact.TLS_SUITE, new Observed("TLS_AES_128_GCM_SHA256", "TLS/suite"));
        }
        facts.forEach((fact, value) -> noted.put(fact, new Observed(fact.redact(value), fact.name())));
        hops.add(new Hop(
                NOW.plusMillis(hops.size()),
                Duration.ofMillis(1),
                stage,
                "test",
                "POST /",
                200,
                Optional.empty(),
                certificate,
                noted,
                List.of()));
    }

    private static Hop with(Hop hop, Fact fact, String value) {
        Map<Fact, Observed> facts = new EnumMap<>(Fact.class);
        facts.putAll(hop.facts());
        facts.remove(fact);
        if (value != null) {
            facts.put(fact, new Observed(fact.redact(value), fact.name()));
        }
        return copy(hop, hop.client(), facts, hop.status());
    }

    private static Hop with(Hop hop, ClientCertificate certificate) {
        return copy(hop, certificate, hop.facts(), hop.status());
    }

    private static Hop copy(Hop hop, ClientCertificate certificate, Map<Fact, Observed> facts, int status) {
        return new Hop(
                hop.at(),
                hop.took(),
                hop.stage(),
                hop.server(),
                hop.call(),
                status,
                hop.answer(),
                certificate,
                facts,
                hop.breaches());
    }
}
