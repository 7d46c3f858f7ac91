package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Proxy e-Santé.
 *
 * @param edition what is declared of any component
 * @param declaredMode what it does with a business request, if that is declared
 * @param whenDown what the solutions do while it is down, if that is declared
 * @param homologations what it should not have: the CNDA homologates no proxy
 */
public record ProxyEsante(
        Edition edition,
        Optional<Mode> declaredMode,
        Optional<String> whenDown,
        Map<Teleservice, Homologation> homologations)
        implements Component {

    public ProxyEsante {
        homologations = Map.copyOf(homologations);
    }

    /** A passe-plat proxy of which nothing else is declared. */
    public static ProxyEsante passePlat(String id, String editor, List<Habilitation> habilitations) {
        return new ProxyEsante(
                Edition.of(id, editor, habilitations), Optional.of(Mode.PASSE_PLAT), Optional.empty(), Map.of());
    }

    /** What it does with a business request: the least, where nothing is declared. */
    public Mode mode() {
        return declaredMode.orElse(Mode.PASSE_PLAT);
    }

    /** Webinar, annexe "2 type de Proxies". */
    public enum Mode {
        /** Adds mTLS and token exchange; forwards the LPS's request untouched. */
        PASSE_PLAT,
        /** Also builds the business request. */
        METIER
    }
}
