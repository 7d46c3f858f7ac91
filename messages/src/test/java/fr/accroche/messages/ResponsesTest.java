package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.BusinessResponse.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponsesTest {
    private static final String ANSWER_ID = "urn:uuid:7c1e0000-0000-4000-8000-000000000009";

    @Test
    void answersCr00WithTheIdentity() {
        Traits traits = new Traits(
                Optional.of("DEMO"),
                List.of("CAMILLE", "LOU"),
                Optional.of("F"),
                Optional.of("1990-01-01"),
                Optional.of("2A020"));
        byte[] soap = InsiResponse.found(new InsiResponse.Identity(
                new Ins("290019999900113", Ins.NIR),
                List.of(new InsiResponse.FormerIns(
                        new Ins("109076322083489", Ins.NIR),
                        Optional.of(LocalDate.of(2019, 2, 1)),
                        Optional.of(LocalDate.of(2024, 5, 31)))),
                traits));

        assertThat(BusinessResponse.parse(soap).outcome()).contains("00");
        assertThat(Fictive.text(soap))
                .contains(
                        "<INSACTIF><IdIndividu><NumIdentifiant>2900199999001</NumIdentifiant><Cle>13</Cle></IdIndividu>"
                                + "<OID>1.2.250.1.213.1.4.8</OID></INSACTIF>")
                .contains(
                        "<INSHISTO><IdIndividu><NumIdentifiant>1090763220834</NumIdentifiant><Cle>89</Cle></IdIndividu>"
                                + "<OID>1.2.250.1.213.1.4.8</OID><DateDeb>2019-02-01</DateDeb><DateFin>2024-05-31</DateFin></INSHISTO>")
                .contains("<Prenom>CAMILLE</Prenom><ListePrenom>CAMILLE LOU</ListePrenom>");
    }

    @Test
    void answersCr01AndCr02WithTheLabelsOfTheService() {
        assertThat(Fictive.text(InsiResponse.notFound()))
                .contains("<CR><CodeCR>01</CodeCR><LibelleCR>Aucune identite trouvee</LibelleCR></CR>");
        assertThat(Fictive.text(InsiResponse.several()))
                .contains("<CR><CodeCR>02</CodeCR><LibelleCR>Plusieurs identites trouvees</LibelleCR></CR>");
    }

    @Test
    void putsTheInsiBodyUnderAnotherPrefixAndLeavesTheHeaderOut() {
        assertThat(Fictive.text(InsiResponse.notFound()))
                .contains("<env:Body xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\">")
                .contains("</env:Body></soap:Envelope>")
                .doesNotContain("Header");
    }

    @Test
    void writesTheGatewayDialectToTheLetter() {
        String fault = Fictive.text(
                TlsiFault.unknownSoftware(Optional.of("uuid:b3540000")).toBytes());

        assertThat(fault).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope">\
                        <env:Body xmlns:env="http://www.w3.org/2003/05/soap-envelope">\
                        <soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value>\
                        <soap:Subcode><soap:Value>soap:siram_100</soap:Value></soap:Subcode></soap:Code>\
                        <soap:Reason><soap:Text xml:lang="fr">L'accès par ce progiciel au service n'est pas autorisé. \
                        Contactez l'éditeur du progiciel ou votre responsable informatique.</soap:Text></soap:Reason>\
                        <soap:Detail><siram:Erreur code="desir_550" messageID="uuid:b3540000" severite="erreur" \
                        xmlns:siram="urn:siram">Numéro d'autorisation du logiciel inconnu.</siram:Erreur></soap:Detail>\
                        </soap:Fault></env:Body></soap:Envelope>""");
    }

    @Test
    void writesTheBusinessDialectToTheLetter() {
        assertThat(Fictive.text(
                        InsiFault.technical(InsiFault.OF_TRAITS, "fatal").toBytes()))
                .contains("<S:Subcode><S:Value>S:siram_40</S:Value></S:Subcode>")
                .contains("<S:Text xml:lang=\"en\">Le service est temporairement inaccessible.")
                .contains("<siram:Erreur severite=\"fatal\" code=\"insi_102\" xmlns:siram=\"urn:siram\">")
                .doesNotContain("messageID");
    }

    @Test
    void readsBothDialects() {
        Fault gateway = BusinessResponse.parse(TlsiFault.refused("SIM_100", "Personne différente.", Optional.empty())
                        .toBytes())
                .fault()
                .orElseThrow();
        Fault business = BusinessResponse.parse(
                        InsiFault.technical(InsiFault.OF_TRAITS, "fatal").toBytes())
                .fault()
                .orElseThrow();

        assertThat(gateway.code()).isEqualTo("Sender");
        assertThat(gateway.subcode()).contains("siram_100");
        assertThat(gateway.siramCode()).contains("SIM_100");
        assertThat(gateway.siramText()).contains("Personne différente.");
        assertThat(business.code()).isEqualTo("Receiver");
        assertThat(business.subcode()).contains("siram_40");
        assertThat(business.siramCode()).contains("insi_102");
    }

    @Test
    void relatesTheDmpAnswerToItsRequest() {
        DmpResponse answer = new DmpResponse(
                ANSWER_ID,
                Fictive.MESSAGE_ID,
                Fictive.NOW,
                Fictive.PATIENT,
                Optional.of(
                        new DmpResponse.Dossier("VALIDE", true, Optional.of("0000000000000000000001"), false, true)));

        BusinessResponse read = BusinessResponse.parse(answer.toBytes());

        assertThat(read.relatesTo()).contains(Fictive.MESSAGE_ID);
        assertThat(read.outcome()).contains("OK");
        assertThat(read.fault()).isEmpty();
        assertThat(Fictive.text(answer.toBytes()))
                .contains("<acknowledgement typeCode=\"AA\">")
                .containsPattern("<keyWordText code=\"AUTORISATION\"/><value [^>]*code=\"VALIDE\"/>")
                .containsPattern("<keyWordText code=\"STATUT_MT\"/><value [^>]*value=\"true\"/>")
                .containsPattern("RATTACHEMENT_ENS\"/><value [^>]*value=\"true\"/>")
                .contains("<id root=\"1.2.250.1.213.1.4.10\" extension=\"290019999900113\"/>");
    }

    @Test
    void answersNfWhenThereIsNoDmp() {
        byte[] soap = new DmpResponse(ANSWER_ID, Fictive.MESSAGE_ID, Fictive.NOW, Fictive.PATIENT, Optional.empty())
                .toBytes();

        assertThat(BusinessResponse.parse(soap).outcome()).contains("NF");
        assertThat(Fictive.text(soap)).contains("typeCode=\"AA\"").doesNotContain("attentionLine");
    }

    @Test
    void writesDmpFaults() {
        BusinessResponse certificate =
                BusinessResponse.parse(DmpFault.invalidCertificate(ANSWER_ID, Optional.of(Fictive.MESSAGE_ID))
                        .toBytes());
        BusinessResponse addressing = BusinessResponse.parse(
                DmpFault.addressingHeaderMissing(ANSWER_ID, Optional.empty()).toBytes());

        assertThat(certificate.relatesTo()).contains(Fictive.MESSAGE_ID);
        assertThat(certificate.fault().orElseThrow())
                .isEqualTo(new Fault(
                        "Sender",
                        Optional.of("DMPInvalidCertificate"),
                        "Le certificat ayant signé le VIHF est invalide : Not a valid signature certificate",
                        Optional.empty(),
                        Optional.empty()));
        assertThat(addressing.relatesTo()).isEmpty();
        assertThat(addressing.fault().orElseThrow().reason())
                .isEqualTo("A required header representing a Message Addressing Property is not present");
    }
}
