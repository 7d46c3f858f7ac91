package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.messages.AuthorizationRequest.Change;
import fr.accroche.messages.AuthorizationRequest.Order;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TD0.3, and what TD0.2 answers when it cannot. */
class AuthorizationTest {

    @ParameterizedTest
    @CsvSource({"ADD, true", "ADD, false", "REMOVE, false"})
    void readsWhatItWrites(Change change, boolean treating) {
        Order order = new Order(change, treating);

        byte[] soap = request(order);

        assertThat(AuthorizationRequest.read(SoapMessage.xml(soap))).isEqualTo(order);
        BusinessRequest read = BusinessRequest.parse(soap);
        assertThat(read.action()).contains(AuthorizationRequest.ACTION);
        assertThat(read.body()).isEqualTo(AuthorizationRequest.BODY);
        assertThat(read.patient()).as("the body names nobody").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<action>MODIFICATION</action>", "<action/>", "<role>MEDECIN_TRAITANT</role>"})
    void wantsOneOfTheTwoActions(String content) {
        assertRefused(content, "AJOUT or SUPPRESSION");
    }

    @Test
    void wantsOneActionAlone() {
        assertRefused("<action>AJOUT</action><action>SUPPRESSION</action>", "2 times");
    }

    @Test
    void wantsTheOneRoleThatIsPublic() {
        assertRefused("<action>AJOUT</action><role>PHARMACIEN</role>", "MEDECIN_TRAITANT");
    }

    @Test
    void takesTheActionInItsNamespaceOnly() {
        assertRefused("<action xmlns=\"urn:autre\">AJOUT</action>", "AJOUT or SUPPRESSION");
    }

    @Test
    void readsItsAnswer() {
        AuthorizationAnswer answer = new AuthorizationAnswer(AuthorizationAnswer.OK, "fait");

        byte[] soap = answer.toBytes("urn:uuid:2", "urn:uuid:1");

        assertThat(AuthorizationAnswer.read(soap)).isEqualTo(answer);
        BusinessResponse read = BusinessResponse.parse(soap);
        assertThat(read.outcome()).contains("DMPOk");
        assertThat(read.relatesTo()).contains("urn:uuid:1");
    }

    @ParameterizedTest
    @CsvSource({"DMPOk, true", "DMPOK, true", "DMPClosed, false"})
    void takesBothSpellingsOfDone(String status, boolean done) {
        assertThat(new AuthorizationAnswer(status, "").done()).isEqualTo(done);
    }

    @Test
    void refusesAnotherAnswer() {
        byte[] other = new DmpError("urn:uuid:2", "urn:uuid:1", Fictive.NOW, "").toBytes();

        assertThatThrownBy(() -> AuthorizationAnswer.read(other)).isInstanceOf(MessageException.class);
    }

    @Test
    void anErrorOfHl7IsReadAsOne() {
        byte[] soap = new DmpError("urn:uuid:2", "urn:uuid:1", Fictive.NOW, "Patient absent").toBytes();

        DmpAnswer read = DmpAnswer.read(soap);

        assertThat(read.outcome()).isEqualTo("AE");
        assertThat(read.dossier()).isEmpty();
        assertThat(read.error()).contains(new DmpAnswer.Error("AE", "Patient absent"));
        assertThat(BusinessResponse.parse(soap).outcome()).contains("AE");
    }

    @Test
    void tellsTheReasonOfTheQuestion() {
        byte[] soap = Fictive.dmp(Keys.EDITOR.signer().sign(Fictive.vihf())).toBytes();

        assertThat(DmpRequest.reason(SoapMessage.xml(soap))).contains(DmpRequest.REASON);
        assertThat(DmpRequest.reason(SoapMessage.xml(request(new Order(Change.ADD, false)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/soap+xml; charset=utf-8; action=\"urn:a:b\" | urn:a:b",
                "application/soap+xml; charset=utf-8 |",
                "action=\"urn:a:b\" |"
            })
    void tellsTheActionOfHttp(String contentType, String action) {
        assertThat(new SoapMessage(contentType, new byte[0]).httpAction()).isEqualTo(Optional.ofNullable(action));
    }

    private static byte[] request(Order order) {
        return new AuthorizationRequest(
                        "urn:uuid:1", "", Optional.of(Keys.EDITOR.signer().sign(Fictive.vihf())), order)
                .toBytes();
    }

    private static void assertRefused(String content, String why) {
        String soap = Fictive.text(request(new Order(Change.ADD, false))).replace("<action>AJOUT</action>", content);

        assertThatThrownBy(() -> AuthorizationRequest.read(
                        SoapMessage.xml(soap.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining(why);
    }
}
