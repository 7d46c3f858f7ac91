package fr.accroche.teleservice;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;

/** How near the simulated INSi is to the real one. */
public final class InsiFidelity {

    private static final Basis SAMPLES = Basis.of(PublicSource.DMP_AND_INSI_SAMPLES);

    public static final FidelityCard CARD = FidelityCard.of("INSi", "INSi")
            .exact(
                    Text.of(
                            "POST /lps, l'action qui nomme l'opération, ContexteLPS, ContexteBAM, Assertion PS",
                            "POST /lps, the action that names the operation, ContexteLPS, ContexteBAM, Assertion PS"),
                    SAMPLES)
            .exact(
                    Text.of(
                            "la demande ; RESULTAT 00, 01 et 02, leurs libellés et préfixes ; la faute technique siram_40, insi_101 ou insi_102",
                            "the request; RESULTAT 00, 01 and 02, their labels and prefixes; the technical fault siram_40, insi_101 or insi_102"),
                    SAMPLES,
                    InsiOperation.WS_INS1.name(),
                    InsiOperation.WS_INS2.name())
            .exact(
                    Text.of(
                            "les règles d'écriture des traits ; le code de leur refus est inventé",
                            "the rules of spelling of traits; the code of their refusal is invented"),
                    SAMPLES,
                    InsiOperation.WS_INS2.name())
            .simplified(
                    Text.of(
                            "des patients fictifs, retrouvés par tous leurs traits, ou par le numéro de leur carte",
                            "fictive patients, found by all their traits, or by the number of their card"),
                    SAMPLES,
                    InsiOperation.WS_INS1.name(),
                    InsiOperation.WS_INS2.name())
            .invented(
                    Text.of("non simulés, et une faute qui le dit", "not simulated, and a fault that says so"),
                    "WS_INS3",
                    "WS_INS4",
                    "WS_INS5")
            .exact(
                    Text.of(
                            "la faute du frontal pour un logiciel inconnu : siram_100, desir_550",
                            "the front's fault for an unknown software: siram_100, desir_550"),
                    SAMPLES)
            .invented(Text.of(
                    "fautes SIM_… : toutes les autres causes, dans ce même dialecte",
                    "faults SIM_…: all other causes, in that same dialect"));

    private InsiFidelity() {}
}
