package fr.accroche.scenarios.cli;

import fr.accroche.messages.AssertionPs;
import fr.accroche.messages.ContexteBam;
import fr.accroche.messages.ContexteLps;
import fr.accroche.messages.InsiRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.Traits;
import fr.accroche.scenarios.lps.SeatedPerson;
import fr.accroche.scenarios.secret.SecretSearch;
import fr.accroche.teleservice.FictivePatient;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The folder of a vendor whose every secret is known.
 *
 * @param directory the folder
 * @param secrets what knows them
 */
record PlantedSecrets(Path directory, SecretSearch secrets) {

    static final String CLIENT = "alpha-edc-bas";

    private static final String OPERATION = "clientId: " + CLIENT + ",";

    /** A declaration with secrets wherever it may hold one, and the files that it names. */
    Planted declare() throws IOException {
        new BroughtDeclaration(directory).order();
        Path file = directory.resolve("accroche.yaml");
        Planted planted = new Planted(secrets.plant("psc-secret"), secrets.plant("lps-secret"));
        String yaml = Files.readString(file)
                .replace("DMP-SIMULE-0001", secrets.plant("number-dmp"))
                .replace("INSI-SIMULE-0001", secrets.plant("number-insi"))
                .replace("ON-SIMULE-0001", secrets.plant("number-on"))
                .replace(
                        OPERATION,
                        OPERATION + " secret: " + planted.psc() + ", lpsAuthentication: { secret: " + planted.lps()
                                + " }, psc: { grants: [ciba, authorization-code], redirectUris: [\"https://localhost:8443/callback\"], demands: [] },");
        Files.writeString(file, yaml + "\nsettings: { proxy: { traces: file } }\n");
        FictivePatient.ALL.forEach(patient ->
                secrets.know("the INS of " + patient.alias(), patient.ins().value()));
        return planted;
    }

    /**
     * What a client is known by.
     *
     * @param psc its secret at PSC
     * @param lps that of its LPS at the proxy
     */
    record Planted(String psc, String lps) {}

    /** A request to INSi with secrets in it. */
    byte[] request() {
        Instant now = Instant.now();
        String person = SeatedPerson.physician().nameId();
        LpsIdentity lps = new LpsIdentity(
                Optional.of("Alpha Cabinet"),
                Optional.of("2.1"),
                Optional.of("instance-1"),
                Optional.of(secrets.plant("number-in-request")));
        AssertionPs assertion = new AssertionPs(
                "_" + UUID.randomUUID(),
                now,
                "CN=" + CLIENT,
                person,
                "PSC",
                "991000001",
                Optional.of("01"),
                "SA07",
                Optional.empty());
        Traits traits = FictivePatient.ALL.get(0).traits();
        byte[] request = new InsiRequest(
                        "uuid:" + UUID.randomUUID(),
                        ContexteLps.of(UUID.randomUUID().toString(), now, person, lps),
                        ContexteBam.of(UUID.randomUUID().toString(), now, person),
                        Optional.of(assertion.toAssertion()),
                        traits)
                .toBytes();
        return new String(request, StandardCharsets.UTF_8)
                .replace(traits.birthName().orElseThrow(), secrets.know("a patient's name", "PLANTEE-QZXJKWVYQ"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A HAR with secrets wherever a call may have one. */
    String har() {
        String psc = "https://psc.example/auth/realms/esante-wallet/protocol/openid-connect/";
        String basic = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + secrets.plant("har-basic")).getBytes(StandardCharsets.UTF_8));
        List<JsonObject> entries = List.of(
                entry(psc + "token?x=" + secrets.plant("har-query"), "Basic " + basic, form("refresh_token", "code")),
                entry(
                        psc + "ext/ciba/auth",
                        "Bearer " + secrets.plant("har-bearer"),
                        form("client_secret", "user_code")),
                entry(
                        "https://any:" + secrets.plant("har-password")
                                + "@api.example/realms/dmp/protocol/openid-connect/token",
                        secrets.plant("har-authorization"),
                        form("subject_token", "actor_token", "client_assertion")),
                entry(
                        "https://proxy.example/connect",
                        "Bearer " + secrets.plant("har-lps"),
                        "{\"clientId\": \"" + CLIENT + "\", \"pin\": \"" + secrets.plant("har-pin") + "\"}"),
                entry(
                        "https://insi.example/lps",
                        "Bearer " + secrets.plant("har-api-token"),
                        new String(request(), StandardCharsets.UTF_8)),
                entry("https://elsewhere.example/", secrets.plant("har-elsewhere"), secrets.plant("har-body")));
        return JsonObject.EMPTY
                .with("log", JsonObject.EMPTY.with("entries", entries))
                .compact();
    }

    private String form(String... names) {
        return "grant_type=refresh_token&client_id=" + CLIENT
                + Arrays.stream(names)
                        .map(name -> "&" + name + "=" + secrets.plant("har-" + name))
                        .collect(Collectors.joining());
    }

    private JsonObject entry(String url, String authorization, String body) {
        JsonObject answer = JsonObject.EMPTY
                .with("access_token", secrets.plant("har-access-token"))
                .with("refresh_token", secrets.plant("har-answered-refresh-token"))
                .with("proxy_session_id", secrets.plant("har-proxy-session"))
                .with("auth_req_id", secrets.plant("har-auth-req-id"))
                .with("error_description", secrets.plant("har-error-description"));
        return JsonObject.EMPTY
                .with("startedDateTime", Instant.now().toString())
                .with(
                        "request",
                        JsonObject.EMPTY
                                .with("method", "POST")
                                .with("url", url)
                                .with(
                                        "headers",
                                        List.of(
                                                header("Authorization", authorization),
                                                header("Cookie", "proxy_session_id=" + secrets.plant("har-cookie"))))
                                .with("postData", JsonObject.EMPTY.with("text", body)))
                .with(
                        "response",
                        JsonObject.EMPTY
                                .with("status", 200)
                                .with("headers", List.of(header("Set-Cookie", "a=" + secrets.plant("har-set-cookie"))))
                                .with("content", JsonObject.EMPTY.with("text", answer.compact())));
    }

    private static JsonObject header(String name, String value) {
        return JsonObject.EMPTY.with("name", name).with("value", value);
    }
}
