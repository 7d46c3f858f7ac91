package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The declarations that come with accroche, one for each architecture of the webinar: sound, fictive, and dated relative to
 * today so that they do not rot.
 */
public enum ShippedDeclaration {
    /** Slide "Architecture Proxy Intégré", in the two operator cases of its schema: the editor, and a health structure. */
    PROXY_INTEGRE("proxy intégré", "proxy intégré"),
    /** Slide "Architectures multiples avec Proxy partagé". */
    PROXY_PARTAGE("proxy partagé", "proxy partagé (shared)"),
    /** Slide "Architectures avec Proxy Tiers". */
    PROXY_TIERS("proxy tiers", "proxy tiers (third-party)"),
    /** Slide "Architecture composant additionnel autonome (LPS) + Proxy tiers"; fifth row of the operator table. */
    AUTONOME_OPERE_PAR_OPERATEUR_LPS(
            "autonome + proxy tiers, opéré par l'opérateur du LPS",
            "autonome + proxy tiers, operated by the LPS's operator"),
    /** The same slide; last row of the operator table. */
    AUTONOME_OPERE_PAR_SON_EDITEUR(
            "autonome + proxy tiers, opéré par son éditeur", "autonome + proxy tiers, operated by its own editor"),
    /** Slide "Architectures composant additionnel non autonome intégré dans le Proxy ou dans le logiciel utilisateur". */
    NON_AUTONOME_DANS_LPS("non autonome dans le LPS", "non autonome in the LPS"),
    /** The same slide, and the answer "Lorsqu'un ELU utilise un Proxy e-Santé tiers embarquant…". */
    NON_AUTONOME_DANS_PROXY("non autonome dans le proxy", "non autonome in the proxy");

    private final Text title;

    ShippedDeclaration(String fr, String en) {
        this.title = Text.of(fr, en);
    }

    /** As users name it, for example {@code proxy-integre}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Text title() {
        return title;
    }

    public static Optional<ShippedDeclaration> named(String id) {
        return Arrays.stream(values())
                .filter(shipped -> shipped.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** Its YAML. */
    public String text() {
        return new String(yaml(), StandardCharsets.UTF_8);
    }

    /** Its YAML, in UTF-8. */
    public byte[] yaml() {
        String file = id() + ".yaml";
        try (InputStream in = Objects.requireNonNull(ShippedDeclaration.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
