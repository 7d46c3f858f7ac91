package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionsTest {

    private static final Pattern SCHEMA_LOCATION = Pattern.compile("schemaLocation=\"([^\"]*)\"");

    private static Response get(RunningTeleservice service, URI uri, Headers headers) throws IOException {
        return service.send(Optional.of(TestCertificates.CLIENT), new ClientRequest("GET", uri, headers, new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "INSI, lps, 8",
        "ON, lps, 6",
        "DMP, patients, 2",
        "DMP, habilitations, 2",
        "DMP, registry, 5",
        "DMP, repository, 6"
    })
    void aServiceDescribesItselfToWhoeverHasNoToken(Teleservice kind, String name, int schemas) throws Exception {
        try (RunningTeleservice service = RunningTeleservice.of(kind)) {
            URI endpoint = service.sim.endpoint().resolve(name);

            Response wsdl = get(service, URI.create(endpoint + "?wsdl"), Headers.EMPTY);

            assertThat(wsdl.status()).isEqualTo(200);
            assertThat(wsdl.headers().first("Content-Type")).hasValue("text/xml; charset=utf-8");
            assertThat(wsdl.text()).contains("<soap12:address location=\"" + endpoint + "\"/>");
            Set<String> found = new HashSet<>();
            follow(service, wsdl.text(), found);
            assertThat(found).hasSize(schemas).allSatisfy(uri -> assertThat(uri).startsWith(endpoint + "?xsd="));
        }
    }

    /** Fetches what a document imports, and what that imports. */
    private static void follow(RunningTeleservice service, String document, Set<String> found) throws IOException {
        for (String uri : SCHEMA_LOCATION
                .matcher(document)
                .results()
                .map(match -> match.group(1))
                .toList()) {
            if (found.add(uri)) {
                Response schema = get(service, URI.create(uri), Headers.EMPTY);
                assertThat(schema.status()).as(uri).isEqualTo(200);
                assertThat(schema.text()).contains("<xs:schema");
                follow(service, schema.text(), found);
            }
        }
    }

    @Test
    void whereACertificateIsAskedForItIsForTheDescriptionToo() throws Exception {
        ClientAuthentication strict =
                new ClientAuthentication.Strict(TestCertificates.judge(Profile.ORG_AUTH_CLI), true);
        try (RunningTeleservice insi = new RunningTeleservice(Teleservice.INSI, Stubs.NONE, false, strict)) {
            ClientRequest request =
                    new ClientRequest("GET", URI.create(insi.sim.endpoint() + "?wsdl"), Headers.EMPTY, new byte[0]);

            assertThatThrownBy(() -> insi.send(Optional.empty(), request)).isInstanceOf(IOException.class);
            assertThat(insi.send(Optional.of(TestCertificates.CLIENT), request).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INSI, lps, wsdl2",
        "INSI, lps, xsd=../schema/on.xsd",
        "INSI, lps, xsd=insi.wsdl",
        "INSI, lps, xsd=",
        "DMP, patientsPDQ, wsdl"
    })
    void anyOtherGetIsRefusedAsEver(Teleservice kind, String name, String query) throws Exception {
        try (RunningTeleservice service = RunningTeleservice.of(kind)) {
            URI uri = URI.create(service.sim.endpoint().resolve(name) + "?" + query);

            assertThat(get(service, uri, Headers.EMPTY).status()).isEqualTo(405);
        }
    }
}
