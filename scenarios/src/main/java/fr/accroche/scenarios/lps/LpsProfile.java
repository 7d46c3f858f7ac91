package fr.accroche.scenarios.lps;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.InsiChoices.Authentication;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.VihfForm;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which LPS is simulated, and who sits before it.
 *
 * @param operation the client_id it runs under
 * @param mode of its proxy: before a métier one, it sends JSON, and the proxy builds
 * @param product the software
 * @param integrated the non autonome add-ons in it and in its proxy
 * @param teleservices the services it uses, in the order it calls them
 * @param environment where it runs
 * @param insi how it proves itself to INSi
 * @param person the professional
 * @param seal the ORG SIGN certificate that signs the VIHF
 * @param other a certificate that must not sign a VIHF, for {@link LpsDefect#SIGNS_WITH_THE_CLIENT_CERTIFICATE}
 * @param vihf how it writes a VIHF
 * @param defects how it misbehaves
 * @param otherClient a client_id that is another's, for {@link LpsDefect#NAMES_ANOTHER_CLIENT}
 */
public record LpsProfile(
        Operation operation,
        ProxyEsante.Mode mode,
        LogicielUtilisateur product,
        List<NonAutonome> integrated,
        List<Teleservice> teleservices,
        Environment environment,
        Authentication insi,
        SeatedPerson person,
        HeldCertificate seal,
        HeldCertificate other,
        VihfForm vihf,
        Set<LpsDefect> defects,
        Optional<String> otherClient) {

    /** The installation's stable identifier (ContexteLPS/LPS/Instance). */
    public static final String INSTANCE = "5d0b2d1e-1f3f-4a6e-9d55-3f7a5b7c0001";

    public LpsProfile {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(insi, "insi");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(vihf, "vihf");
        integrated = List.copyOf(integrated);
        teleservices = List.copyOf(teleservices);
        defects = Set.copyOf(defects);
    }

    boolean has(LpsDefect defect) {
        return defects.contains(defect);
    }
}
