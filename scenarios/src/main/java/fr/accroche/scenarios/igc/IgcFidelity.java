package fr.accroche.scenarios.igc;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;

/** How near the test IGC-Santé is to the real one. */
public final class IgcFidelity {

    private static final Basis SAMPLES = Basis.of(PublicSource.IGC_SANTE_SAMPLES);

    public static final FidelityCard CARD = FidelityCard.of("IGC-Santé de test", "Test IGC-Santé")
            .exact(
                    Text.of(
                            "hiérarchie, noms et extensions de chaque profil, fichiers livrés (docs/certificates.md)",
                            "hierarchy, names and extensions of each profile, files delivered (docs/certificates.md)"),
                    SAMPLES)
            .standard(
                    Text.of(
                            "listes de révocation et réponses OCSP, par autorité",
                            "revocation lists and OCSP answers, by authority"),
                    Basis.of("RFC 5280 §5, RFC 6960", PublicSource.IGC_SANTE_SAMPLES),
                    "/CRL/",
                    "/AC/",
                    "/AC%20TEST/",
                    "/ocsp")
            .simplified(
                    Text.of(
                            "une liste est refaite à chaque changement, quand les vraies attendent le soir ; ni delta-CRL ni LDAP ; ce qui n'a jamais été émis est good",
                            "a list is made anew at each change, where the real ones wait for the evening; no delta lists, no LDAP; what was never issued is good"),
                    SAMPLES,
                    "/CRL/",
                    "/ocsp")
            .invented(
                    Text.of(
                            "le certificat du répondeur OCSP et le jour que durent ses réponses",
                            "the OCSP responder's certificate and the day that its answers last"),
                    "/ocsp")
            .invented(Text.of("les portes de révocation /__accroche/", "the doors of revocation /__accroche/"));

    private IgcFidelity() {}
}
