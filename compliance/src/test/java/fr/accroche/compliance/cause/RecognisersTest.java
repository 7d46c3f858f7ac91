package fr.accroche.compliance.cause;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.SoundSession;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a wrong value is decides what is to be done, and who does it. */
class RecognisersTest {

    private static final String ALPHA = "alpha-edc-bas";
    private static final String CLINIQUE = "alpha-clinique-edc-bas";

    private static Cause only(Declaration declaration, SoundSession session) {
        return Causes.of(Verdict.judge(declaration, session.hops()), declaration).stream()
                .reduce((first, second) -> {
                    throw new AssertionError(first + " and " + second);
                })
                .orElseThrow();
    }

    private static Cause only(SoundSession session) {
        return only(SoundSession.declaration(), session);
    }

    private static Cause certificate(String client, String cn, String ou) {
        SoundSession session = SoundSession.of(client);
        return only(session.spoilCertificate(session.certificate(cn, ou)));
    }

    @Test
    void anOuIsThatOfTheOperatorOfTheLps() {
        Cause cause = certificate(CLINIQUE, CLINIQUE, "1990000002");

        assertThat(cause.headline(Language.EN))
                .isEqualTo("OU: 1990000002 observed, 300000000010009 expected — IDN-02 — operator of the proxy");
        assertThat(cause.headline(Language.FR))
                .isEqualTo("OU : 1990000002 observé, 300000000010009 attendu — IDN-02 — opérateur du proxy");
        assertThat(cause.likely().en()).contains("that of the LPS's operator, CLINIQUE CHARLIE SIMULÉE");
        assertThat(cause.repair().en()).contains(CLINIQUE, "300000000010009");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1990000002|that of CLINIQUE CHARLIE SIMULÉE (actors.clinique)",
                "00000000010009|without the type digit",
                "399999999900001|no declared actor's",
                "''|has no OU"
            })
    void anOuIsKnownByTheDeclaration(String ou, String likely) {
        assertThat(certificate(ALPHA, ALPHA, ou).likely().en()).contains(likely);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alpha-EDC-bas|but for its case",
                "alpha|without its end '-edc-bas'",
                "zeta-edc-bas|no declared client_id"
            })
    void aCnIsKnownByTheDeclaration(String cn, String likely) {
        Cause cause = certificate(ALPHA, cn, SoundSession.OU);

        assertThat(cause.likely().en()).contains(likely);
        assertThat(cause.owner()).isEqualTo(Owner.OPERATEUR_PROXY);
    }

    @Test
    void theCertificateOfAnotherClientIsTheProxysMistake() {
        Cause cause = certificate(ALPHA, CLINIQUE, SoundSession.OU);

        assertThat(cause.rules()).map(Object::toString).containsExactly("IDN-01", "IDN-07");
        assertThat(cause.owner()).isEqualTo(Owner.EDITEUR_PROXY);
        assertThat(cause.likely().en()).contains("another of its clients, " + CLINIQUE);
    }

    @Test
    void theTokenOfAnotherClientIsAMixOfSessions() {
        Cause cause = only(SoundSession.of(ALPHA).spoil(Stage.EXCHANGE, Fact.SUBJECT_TOKEN_CLIENT, CLINIQUE));

        assertThat(cause.headline(Language.EN))
                .isEqualTo("azp: " + CLINIQUE + " observed, " + ALPHA + " expected — IDN-04 — editor of the proxy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DMP-SIMULE-0002|that of another software, 'officine'",
                "INSI-SIMULE-0001|that of the same software for another téléservice, INSi",
                "DMP-INCONNU-0001|does not say whose it is"
            })
    void aNumberIsKnownByTheDeclaration(String number, String likely) {
        SoundSession session = SoundSession.of("alpha-cabinet-edc-bas", number);

        Cause cause = only(SoundSession.declaration(ShippedDeclaration.PROXY_PARTAGE), session);

        assertThat(cause.likely().en()).contains(likely);
        assertThat(cause.owner()).isEqualTo(Owner.EDITEUR_LPS);
    }

    @Test
    void aNumberThatTheProxyWroteBreaksTheSignatureAndTheBody() {
        Cause cause = only(SoundSession.of(ALPHA)
                .spoil(Stage.BUSINESS, Fact.LPS_NUMBER, "PROXY-0001")
                .spoil(Stage.BUSINESS, Fact.BODY_SHA256, "d9"));

        assertThat(cause.rules()).map(Object::toString).containsExactly("IDN-06", "LPS-06", "LPS-07");
        assertThat(cause.owner()).isEqualTo(Owner.EDITEUR_PROXY);
        assertThat(cause.repair().en()).startsWith("Leave in ");
    }

    @Test
    void aProxyOfTheOtherModeExplainsTheBodyToo() {
        SoundSession session = SoundSession.of(ALPHA).spoil(Stage.BUSINESS, Fact.BODY_SHA256, "d9");
        session.spoil(Stage.LPS_SEND, Fact.BODY_TYPE, "application/json").spoil(Stage.LPS_SEND, Fact.LPS_NUMBER, null);

        Cause cause = only(session);

        assertThat(cause.rules()).map(Object::toString).containsExactly("ARC-05", "LPS-06");
        assertThat(cause.headline(Language.EN))
                .isEqualTo("mode: metier observed, passe-plat expected — ARC-05 — editor of the proxy");
    }

    @Test
    void aLinkThatIsNotValidatedIsOneCauseOfTwoRules() {
        Cause cause = only(SoundSession.of(ALPHA)
                .spoil(Stage.CREDENTIAL, Fact.REGISTER_LINK, "absent")
                .spoil(Stage.CREDENTIAL, Fact.CREDENTIAL_OUTCOME, "refused")
                .spoil(Stage.CREDENTIAL, Fact.CREDENTIAL_REFUSED_FIELD, "link"));

        assertThat(cause.rules()).map(Object::toString).containsExactly("IDN-05", "CRD-06");
        assertThat(cause.headline(Language.EN)).startsWith("link LPS ↔ proxy (" + ALPHA + "): absent observed");
    }

    @ParameterizedTest
    @CsvSource({
        "TLS/certificate[3f2a]/CN, CN",
        "VIHF/urn:oasis:names:tc:xacml:2.0:resource:resource-id, resource-id",
        "AssertionPS/NameID/@NameQualifier, NameID/@NameQualifier",
        "form/scope, scope",
        "json, json",
        "TLS/certificate[3f2a]/, certificate[3f2a]"
    })
    void aFieldIsNamedByItsPlace(String where, String name) {
        assertThat(Field.of(new Observed("x", where)).en()).isEqualTo(name);
    }
}
