package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One name, in the spellings that softwares use (RFC 2253, RFC 4514, OpenSSL, .NET). */
class SubjectNameTest {

    private static final SubjectName NAME = SubjectName.of(new X500Principal(
            "CN=899700063480+2.5.4.4=DOC+2.5.4.42=OLIVIER,T=Docteur,OU=331000001,ST=Paris (75),O=TEST,C=FR"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.5.4.42=OLIVIER+CN=899700063480+SN=DOC,T=Docteur,OU=331000001,ST=Paris (75),O=TEST,C=FR",
                "SN2=DOC + OID.2.5.4.42=OLIVIER + CN=899700063480, T=Docteur, OU=331000001, S=Paris (75), O=TEST, C=FR",
                "2.5.4.4=#0c03444f43+GIVENNAME=#13074f4c4956494552+CN=899700063480,T=Docteur,OU=331000001,ST=Paris (75),O=TEST,C=FR",
                "C=FR,O=TEST,ST=Paris (75),OU=331000001,TITLE=Docteur,CN=899700063480+SURNAME=DOC+G=OLIVIER",
                "cn=899700063480+sn=Doc+gn=Olivier,t=Docteur,ou=331000001,st=paris  (75),o=Test,c=fr"
            })
    void isTheSameHoweverItIsWritten(String spelling) {
        assertThat(SubjectName.of(spelling)).isEqualTo(NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=899700063481+SN=DOC+GN=OLIVIER,T=Docteur,OU=331000001,ST=Paris (75),O=TEST,C=FR",
                "CN=899700063480,SN=DOC,GN=OLIVIER,T=Docteur,OU=331000001,ST=Paris (75),O=TEST,C=FR",
                "CN=899700063480+SN=DOC+GN=OLIVIER,T=Docteur,OU=331000001,ST=Paris (75),O=TEST",
                "CN=899700063480+SN=DOC+GN=OLIVIER,OU=Docteur,OU=331000001,ST=Paris (75),O=TEST,C=FR"
            })
    void isAnotherIfAnyPartIs(String other) {
        assertThat(SubjectName.of(other)).isNotEqualTo(NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "urn:entity:1.0", "=", "CN", "CN=#0cff41", "2.5.4.4=#", "CN=\\", "CN=#zz", "CN=#1", "CN=\\zz"
            })
    void aTextThatIsNoneIsHarmless(String text) {
        assertThat(SubjectName.of(text)).isNotEqualTo(NAME);
    }

    @Test
    void aVeryLongTextIsNone() {
        assertThat(SubjectName.of("CN=" + "a".repeat(5_000)).isName()).isFalse();
    }
}
