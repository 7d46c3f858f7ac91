package fr.accroche.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.credential.RegisteredClient.Grant;
import fr.accroche.credential.RegisteredClient.PmtWindow;
import fr.accroche.credential.RegisteredClient.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisterTest {

    @Test
    void rowComesFromDeclarationWithItsLines() {
        RegisteredClient row =
                Register.from(Declarations.sound()).find(Declarations.CLIENT_ID).orElseThrow();

        assertThat(row.clientId()).isEqualTo(new Observed("alpha-edc-bas", "accroche.yaml:14"));
        assertThat(row.certificateCn()).isEqualTo(row.clientId());
        assertThat(row.certificateOu()).isEqualTo(new Observed(Declarations.BETA_STRUCTURE, "accroche.yaml:6"));
        assertThat(row.securityLevel()).isEqualTo(new Observed("15", "accroche.yaml"));
        assertThat(row.elu().where()).isEqualTo("accroche.yaml:9");
        assertThat(row.elp().where()).isEqualTo("accroche.yaml:12");
        assertThat(row.link()).isEqualTo(new RegisteredClient.Link(true, "accroche.yaml:16"));
        assertThat(row.pmt()).isEqualTo(new PmtWindow(Optional.of(LocalDate.of(2027, 1, 20)), "accroche.yaml:17"));
    }

    @Test
    void knowsOnlyDeclaredClients() {
        assertThat(Register.from(Declarations.sound()).find("gamma-edc-bas")).isEmpty();
    }

    @Test
    void habilitationOfTheOtherProfileDoesNotCount() {
        Register register = Register.from(Declarations.of(
                List.of(Declarations.granted(Profil.ELP, Optional.empty())),
                List.of(Declarations.granted(Profil.ELP, Optional.empty())),
                true));

        RegisteredClient row = register.find(Declarations.CLIENT_ID).orElseThrow();

        assertThat(row.elu().on(Declarations.GRANTED)).isEqualTo(Standing.ABSENT);
        assertThat(row.elp().on(Declarations.GRANTED)).isEqualTo(Standing.VALID);
    }

    @Test
    void habilitationCountsFromItsFirstDayToTheDayBeforeItsSuspension() {
        LocalDate suspended = Declarations.GRANTED.plusDays(10);
        Grant grant = new Grant(List.of(Declarations.granted(Profil.ELU, Optional.of(suspended))), "here");

        assertThat(grant.on(Declarations.GRANTED.minusDays(1))).isEqualTo(Standing.ABSENT);
        assertThat(grant.on(Declarations.GRANTED)).isEqualTo(Standing.VALID);
        assertThat(grant.on(suspended.minusDays(1))).isEqualTo(Standing.VALID);
        assertThat(grant.on(suspended)).isEqualTo(Standing.SUSPENDED);
    }

    @Test
    void habilitationGrantedAnewCountsAgain() {
        Grant grant = new Grant(
                List.of(
                        Declarations.granted(Profil.ELU, Optional.of(Declarations.GRANTED)),
                        Declarations.granted(Profil.ELU, Optional.empty())),
                "here");

        assertThat(grant.on(Declarations.GRANTED)).isEqualTo(Standing.VALID);
    }

    @Test
    void pmtCountsThroughItsLastDay() {
        LocalDate last = LocalDate.of(2027, 1, 20);
        PmtWindow window = new PmtWindow(Optional.of(last), "here");

        assertThat(window.past(last)).isFalse();
        assertThat(window.past(last.plusDays(1))).isTrue();
        assertThat(new PmtWindow(Optional.empty(), "here").past(LocalDate.MAX)).isFalse();
    }
}
