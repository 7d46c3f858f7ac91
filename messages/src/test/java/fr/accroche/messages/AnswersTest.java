package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.messages.DmpResponse.Dossier;
import fr.accroche.messages.InsiResponse.FormerIns;
import fr.accroche.messages.InsiResponse.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a software reads of the téléservices' answers is what was written. */
class AnswersTest {

    private static final int SEEDS = Integer.getInteger("accroche.seeds", 300);
    private static final Ins PATIENT = new Ins("290019999900113", Ins.NIR_TEST);
    private static final Dossier DOSSIER = new Dossier("VALIDE", true, Optional.empty(), true, false);
    private static final Traits TRAITS = new Traits(
            Optional.of("DEMO"),
            List.of("CAMILLE", "LOU"),
            Optional.of("F"),
            Optional.of("1990-01-01"),
            Optional.of("2A020"));

    private static final FormerIns FORMER = new FormerIns(
            new Ins("109076322083489", Ins.NIA),
            Optional.of(LocalDate.of(2019, 2, 1)),
            Optional.of(LocalDate.of(2024, 5, 31)));

    private static byte[] dmp(Optional<Dossier> dossier) {
        return new DmpResponse("urn:uuid:1", "urn:uuid:2", Instant.parse("2026-11-22T10:00:00Z"), PATIENT, dossier)
                .toBytes();
    }

    private static byte[] insi() {
        return InsiResponse.found(new Identity(PATIENT, List.of(FORMER), TRAITS));
    }

    @Test
    void aDossierIsReadAsItWasWritten() {
        assertThat(DmpAnswer.read(dmp(Optional.of(DOSSIER))))
                .isEqualTo(new DmpAnswer("OK", Optional.of(DOSSIER), Optional.empty()));
        assertThat(DmpAnswer.read(dmp(Optional.empty())))
                .isEqualTo(new DmpAnswer("NF", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "<acknowledgement typeCode=\"AE\"/>,AE,''",
        "<acknowledgement><typeCode code=\"CR\"/></acknowledgement>,CR,''",
        "<acknowledgement typeCode=\"AR\"><acknowledgementDetail><code code=\"X1\"/><text>No.</text>"
                + "</acknowledgementDetail></acknowledgement>,X1,No."
    })
    void anErrorOfHl7IsNoAnswer(String acknowledgement, String code, String text) {
        String soap = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>"
                + "<PRPA_IN201308UV02 xmlns=\"urn:hl7-org:v3\">" + acknowledgement
                + "</PRPA_IN201308UV02></s:Body></s:Envelope>";

        assertThat(DmpAnswer.read(soap.getBytes(StandardCharsets.UTF_8)).error())
                .contains(new DmpAnswer.Error(code, text));
    }

    @Test
    void anIdentityIsReadAsItWasWritten() {
        assertThat(InsiAnswer.read(insi()).identity()).contains(new Identity(PATIENT, List.of(FORMER), TRAITS));
        assertThat(InsiAnswer.read(InsiResponse.notFound()))
                .isEqualTo(new InsiAnswer("01", "Aucune identite trouvee", Optional.empty()));
        assertThat(InsiAnswer.read(InsiResponse.several()).code()).isEqualTo("02");
    }

    @Test
    void theAnswerOfAnotherServiceIsNone() {
        byte[] on = on();

        assertThatThrownBy(() -> DmpAnswer.read(on)).isInstanceOf(MessageException.class);
        assertThatThrownBy(() -> InsiAnswer.read(on)).isInstanceOf(MessageException.class);
        assertThatThrownBy(() -> OnAnswer.read(insi())).isInstanceOf(MessageException.class);
    }

    /** Whatever a server answers, it is read or refused, in one line. */
    @Test
    void changedAnswersAreReadOrRefused() {
        Random random = new Random(20261122);
        int refused = 0;
        for (int i = 0; i < SEEDS; i++) {
            byte[] dmp = changed(dmp(Optional.of(DOSSIER)), random);
            byte[] insi = changed(insi(), random);
            byte[] on = changed(on(), random);
            refused += refused(() -> DmpAnswer.read(dmp));
            refused += refused(() -> InsiAnswer.read(insi));
            refused += refused(() -> OnAnswer.read(on));
        }
        assertThat(refused).isBetween(SEEDS / 2, 3 * SEEDS);
    }

    private static byte[] on() {
        return new OnResponse(OnOperation.CONSULT, List.of(OnMessagesTest.PRESCRIPTION)).toBytes();
    }

    private static int refused(Runnable reading) {
        try {
            reading.run();
            return 0;
        } catch (MessageException refusal) {
            assertThat(refusal.getMessage()).doesNotContain("\n");
            return 1;
        }
    }

    /** A tag lost, doubled, or a byte changed. */
    private static byte[] changed(byte[] soap, Random random) {
        StringBuilder text = new StringBuilder(new String(soap, StandardCharsets.UTF_8));
        int from = text.indexOf("<", random.nextInt(text.length() - 1));
        int to = from < 0 ? -1 : text.indexOf(">", from) + 1;
        switch (random.nextInt(3)) {
            case 0 -> text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(95)));
            case 1 -> text.delete(Math.max(from, 0), Math.max(to, 0));
            default -> text.insert(Math.max(to, 0), from < 0 ? "" : text.substring(from, to));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
