package fr.accroche.compliance.declaration;

import java.util.List;

/**
 * A Proxy e-Santé.
 *
 * @param id its key in the declaration
 * @param editor the key of its éditeur
 * @param mode what it does with a business request
 * @param habilitations what its éditeur was granted for it
 */
public record ProxyEsante(String id, String editor, Mode mode, List<Habilitation> habilitations) implements Component {

    public ProxyEsante {
        habilitations = List.copyOf(habilitations);
    }

    /** Webinar, annexe "2 type de Proxies". */
    public enum Mode {
        /** Adds mTLS and token exchange; forwards the LPS's request untouched. */
        PASSE_PLAT,
        /** Also builds the business request. */
        METIER
    }
}
