package fr.accroche.teleservice;

import static fr.accroche.compliance.fidelity.PublicSource.DMP_AND_INSI_SAMPLES;
import static fr.accroche.compliance.fidelity.PublicSource.IHE;
import static fr.accroche.compliance.fidelity.PublicSource.NOS;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.text.Text;

/** How near the simulated DMP is to the real one; a transaction has the name that the DMP's documents give it. */
public final class DmpFidelity {

    public static final FidelityCard CARD =
            documents(authorization(existence(envelope(FidelityCard.of("DMP", "DMP")))));

    private DmpFidelity() {}

    private static FidelityCard envelope(FidelityCard card) {
        return card.exact(
                        Text.of(
                                "chemins des services, actions, corps, en-têtes d'adressage",
                                "paths of the services, actions, bodies, addressing headers"),
                        Basis.of(DMP_AND_INSI_SAMPLES))
                .exact(
                        Text.of(
                                "VIHF : attributs, codes et signature des exemples officiels",
                                "VIHF: attributes, codes and signature of the official samples"),
                        Basis.of(DMP_AND_INSI_SAMPLES, NOS))
                .invented(
                        Text.of(
                                "quel mode du VIHF ouvre quelle transaction derrière une API PSC, et s'il y est signé, par qui (settings.dmp)",
                                "which mode of the VIHF opens which transaction behind an API PSC, and whether it is signed there, by whom (settings.dmp)"))
                .exact(
                        Text.of(
                                "fautes DMPInvalidCertificate et d'adressage",
                                "faults DMPInvalidCertificate and of addressing"),
                        Basis.of(DMP_AND_INSI_SAMPLES))
                .invented(Text.of("fautes SIM_… : toutes les autres causes", "faults SIM_…: all other causes"));
    }

    private static FidelityCard existence(FidelityCard card) {
        return card.exact(
                        Text.of(
                                "la demande, et l'enveloppe de sa réponse (OK ou NF, autorisation, médecin traitant)",
                                "the request, and the envelope of its answer (OK or NF, authorization, médecin traitant)"),
                        Basis.of(DMP_AND_INSI_SAMPLES),
                        served(DmpOperation.EXISTENCE))
                .simplified(
                        Text.of(
                                "des patients fictifs, dont peu de choses sont dites",
                                "fictive patients, of whom little is said"),
                        Basis.of(DMP_AND_INSI_SAMPLES),
                        served(DmpOperation.EXISTENCE))
                .standard(
                        Text.of(
                                "l'erreur d'une demande sans patient : acquittement AE de HL7 v3",
                                "the error of a request without a patient: HL7 v3's acknowledgement AE"),
                        Basis.of(DMP_AND_INSI_SAMPLES),
                        served(DmpOperation.EXISTENCE))
                .invented(
                        Text.of(
                                "comment un DMP fermé se dit : le statut terminated",
                                "how a closed DMP is told: the status terminated"),
                        served(DmpOperation.EXISTENCE));
    }

    private static FidelityCard authorization(FidelityCard card) {
        return card.exact(
                        Text.of(
                                "la demande (AJOUT, SUPPRESSION, MEDECIN_TRAITANT), dont le patient n'est que dans le VIHF, et sa réponse DMPOk",
                                "the request (AJOUT, SUPPRESSION, MEDECIN_TRAITANT), whose patient is in the VIHF alone, and its answer DMPOk"),
                        Basis.of(DMP_AND_INSI_SAMPLES),
                        served(DmpOperation.AUTHORIZATION))
                .simplified(
                        Text.of(
                                "TD0.2 montre l'autorisation ; aucune autre transaction n'en dépend",
                                "TD0.2 shows the authorization; no other transaction depends on it"),
                        Basis.of(DMP_AND_INSI_SAMPLES),
                        served(DmpOperation.AUTHORIZATION))
                .invented(
                        Text.of(
                                "autorisé tant que rien n'a été retiré ; INEXISTANTE ensuite ; DMPClosed pour un DMP fermé",
                                "authorized as long as nothing was removed; INEXISTANTE afterwards; DMPClosed of a closed DMP"),
                        served(DmpOperation.AUTHORIZATION));
    }

    private static FidelityCard documents(FidelityCard card) {
        String[] documents = {served(DmpOperation.DEPOSIT), served(DmpOperation.SEARCH), served(DmpOperation.RETRIEVAL)
        };
        return card.standard(
                        Text.of(
                                "ITI-41, ITI-18, ITI-43, leurs erreurs ; les métadonnées exigées sont celles des exemples du DMP",
                                "ITI-41, ITI-18, ITI-43, their errors; the metadata asked for are those of the DMP's samples"),
                        Basis.of(IHE, DMP_AND_INSI_SAMPLES),
                        documents)
                .simplified(
                        Text.of(
                                "ni remplacement, ni dossier, ni masquage, ni signature du lot ; codes et contenus ne sont pas lus",
                                "no replacement, folder, hiding or signature of the lot; codes and contents are not read"),
                        Basis.of(IHE),
                        documents)
                .invented(
                        Text.of(
                                "la place : 200 documents, 64 Mio, en mémoire",
                                "the quota: 200 documents, 64 MiB, in memory"),
                        served(DmpOperation.DEPOSIT));
    }

    private static String served(DmpOperation operation) {
        return operation.transaction().label();
    }
}
