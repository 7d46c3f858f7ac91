package fr.accroche.authserver;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.ClientId;
import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Couloir;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Edition;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.IdNatStruct;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.declaration.SourceLines;
import fr.accroche.compliance.declaration.Teleservice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two LPS, alpha's and gamma's, behind beta's proxy. */
public final class Declarations {

    private Declarations() {}

    public static Declaration ville() {
        return with("");
    }

    /** With settings as a declaration writes them. */
    public static Declaration with(String settings) {
        return of(Couloir.VILLE, choices(settings));
    }

    public static Declaration realistic() {
        return with("realistic: true");
    }

    public static Declaration medicoSocial() {
        return of(Couloir.MEDICO_SOCIAL, Settings.DEFAULT);
    }

    /** Settings as a declaration writes them. */
    public static Settings choices(String settings) {
        String yaml = new String(ShippedDeclaration.PROXY_TIERS.yaml(), StandardCharsets.UTF_8) + "\nsettings: { "
                + settings + " }\n";
        try {
            return DeclarationReader.read(
                            "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.parse("2026-11-22"))
                    .settings();
        } catch (DeclarationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Declaration of(Couloir couloir, Settings settings) {
        return new Declaration(
                couloir,
                Environment.TEST,
                List.of(Solution.of("Alpha", "alpha", List.of(Teleservice.DMP))),
                Map.of("alpha", actor("alpha", "300000000010001"), "beta", actor("beta", Identities.BETA_STRUCTURE)),
                Map.of(
                        "lps",
                        new ComposantPrincipal(
                                Edition.of("lps", "alpha", List.of()),
                                new Product("1.0", List.of(new CommercialName("Alpha", Optional.empty(), Map.of()))),
                                List.of()),
                        "proxy",
                        ProxyEsante.passePlat("proxy", "beta", List.of())),
                List.of(operation(Identities.ALPHA_ID), operation(Identities.GAMMA_ID)),
                settings,
                List.of(),
                new SourceLines("accroche.yaml", Map.of("operations[0].clientId", 20, "operations[1].clientId", 21)));
    }

    private static Actor actor(String id, String structure) {
        return new Actor(id, id, new IdNatStruct(structure));
    }

    private static Operation operation(String clientId) {
        return new Operation(new ClientId(clientId), "lps", "alpha", "proxy", "beta");
    }
}
