package fr.accroche.scenarios.chain;

import fr.accroche.compliance.declaration.ProxyEsante.Mode;
import java.util.Arrays;
import java.util.Set;

/** A proxy that is set up in the other mode than the declared one, and an LPS that goes along with it. */
public enum ProxyModeDefect {
    /** Declared métier, it forwards what the LPS builds. */
    FORWARDS_IN_METIER(Mode.METIER, Mode.PASSE_PLAT),
    /** Declared passe-plat, it builds. */
    BUILDS_IN_PASSE_PLAT(Mode.PASSE_PLAT, Mode.METIER);

    private final Mode declared;
    private final Mode acted;

    ProxyModeDefect(Mode declared, Mode acted) {
        this.declared = declared;
        this.acted = acted;
    }

    /** The mode that a proxy really is set up in. */
    static Mode acted(Mode declared, Set<ProxyModeDefect> present) {
        return Arrays.stream(values())
                .filter(defect -> present.contains(defect) && defect.declared == declared)
                .map(defect -> defect.acted)
                .findFirst()
                .orElse(declared);
    }
}
