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
                            "la demande par traits ; RESULTAT 00, 01 et 02, leurs libellés et préfixes ; la faute technique siram_40, insi_102",
                            "the request by traits; RESULTAT 00, 01 and 02, their labels and prefixes; the technical fault siram_40, insi_102"),
                    SAMPLES,
                    "WS_INS2")
            .simplified(
                    Text.of(
                            "des patients fictifs, retrouvés par tous leurs traits ; les règles d'écriture des traits ne sont pas vérifiées",
                            "fictive patients, found by all their traits; the rules of spelling of traits are not checked"),
                    SAMPLES,
                    "WS_INS2")
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
