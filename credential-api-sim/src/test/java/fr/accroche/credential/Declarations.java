package fr.accroche.credential;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.ClientId;
import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Couloir;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Edition;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.IdNatStruct;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.declaration.SourceLines;
import fr.accroche.compliance.declaration.Teleservice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alpha's LPS, operated by alpha, behind beta's proxy. */
final class Declarations {

    static final String CLIENT_ID = "alpha-edc-bas";
    static final String ALPHA_STRUCTURE = "300000000010001";
    static final String BETA_STRUCTURE = "300000000020002";
    static final LocalDate GRANTED = LocalDate.of(2026, 9, 1);
    static final LocalDate PMT = LocalDate.of(2026, 10, 20);

    private Declarations() {}

    static Declaration sound() {
        return of(List.of(granted(Profil.ELU, Optional.empty())), List.of(granted(Profil.ELP, Optional.empty())), true);
    }

    static Declaration of(List<Habilitation> lps, List<Habilitation> proxy, boolean link) {
        return new Declaration(
                Couloir.VILLE,
                Environment.TEST,
                List.of(Solution.of("Alpha", "alpha", List.of(Teleservice.DMP))),
                Map.of(
                        "alpha",
                        new Actor("alpha", "Alpha", new IdNatStruct(ALPHA_STRUCTURE)),
                        "beta",
                        new Actor("beta", "Beta", new IdNatStruct(BETA_STRUCTURE))),
                Map.of(
                        "lps",
                        new ComposantPrincipal(
                                Edition.of("lps", "alpha", lps),
                                new Product("1.0", List.of(new CommercialName("Alpha", Optional.empty(), Map.of()))),
                                List.of()),
                        "proxy",
                        ProxyEsante.passePlat("proxy", "beta", proxy)),
                List.of(new Operation(new ClientId(CLIENT_ID), "lps", "alpha", "proxy", "beta")
                        .withLink(link)
                        .withPmt(Pmt.validated(PMT))),
                Settings.DEFAULT,
                List.of(),
                new SourceLines(
                        "accroche.yaml",
                        Map.of(
                                "actors.beta.idNatStruct", 6,
                                "components.lps.habilitations", 9,
                                "components.proxy.habilitations", 12,
                                "operations[0].clientId", 14,
                                "operations[0].link", 16,
                                "operations[0].pmt", 17)));
    }

    static Habilitation granted(Profil profile, Optional<LocalDate> suspendedOn) {
        Habilitation granted = Habilitation.granted(profile, GRANTED);
        return suspendedOn.map(granted::suspended).orElse(granted);
    }
}
