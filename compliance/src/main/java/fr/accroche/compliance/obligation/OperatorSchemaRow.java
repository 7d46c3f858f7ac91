package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;

/**
 * What each flow carries when the LPS of éditeur A goes through the integrated proxy of A (webinar's annexes, "Parcours
 * Opérateur", "ARCHITECTURE PROXY INTEGRE"): one line a flow, in the slide's words.
 */
public enum OperatorSchemaRow {
    CLIENT_ID(
            Text.of("client_id présenté", "client_id presented"),
            "client_id : LPS_éditeur_A,Opérateur_A ou bien LPS_éditeur_C",
            "LPS_éditeur_A,Opérateur_A",
            "LPS_éditeur_C"),
    CERTIFICATE_CN(
            Text.of("CN du certificat", "CN of the certificate"),
            "certificat : CN = LPS_éditeur_A,Opérateur_A ou bien LPS_éditeur_C",
            "LPS_éditeur_A,Opérateur_A",
            "LPS_éditeur_C"),
    CERTIFICATE_OU(
            Text.of("OU du certificat", "OU of the certificate"),
            "OU = idnat_structure_PROXY_éditeur_A,Opérateur_A",
            "idnat_structure_PROXY_éditeur_A,Opérateur_A",
            "idnat_structure_PROXY_éditeur_A,Opérateur_A"),
    TOKEN_EXCHANGE(
            Text.of("échange de jeton au serveur d'autorisation", "token exchange at the authorization server"),
            "sur le serveur d'autorisation : token exchange sur client_id=LPS_éditeur_A,opérateur_A ou bien"
                    + " LPS_éditeur_C",
            "LPS_éditeur_A,opérateur_A",
            "LPS_éditeur_C"),
    VIHF_NUMBER(
            Text.of("numéro du LPS dans le VIHF", "number of the LPS in the VIHF"),
            "sur le web service : VIHF avec LPS_ID_HOMOLOGATION_DMP = LPS_éditeur_A",
            "LPS_éditeur_A",
            "LPS_éditeur_A");

    private final Text flow;
    private final String words;
    private final String operatedByEditor;
    private final String operatedByStructure;

    OperatorSchemaRow(Text flow, String words, String operatedByEditor, String operatedByStructure) {
        this.flow = flow;
        this.words = words;
        this.operatedByEditor = operatedByEditor;
        this.operatedByStructure = operatedByStructure;
    }

    public Text flow() {
        return flow;
    }

    /** Its value when éditeur A itself operates the LPS. */
    public String operatedByEditor() {
        return operatedByEditor;
    }

    /** Its value when a health structure C operates the LPS; the slide's heading names it otherwise than its text. */
    public String operatedByStructure() {
        return operatedByStructure;
    }

    public Citation citation() {
        return Citation.webinar("annexe « Schémas… Parcours Opérateur », architecture proxy intégré", words);
    }
}
