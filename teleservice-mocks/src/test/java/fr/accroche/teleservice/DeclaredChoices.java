package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.TeleserviceChoices;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Choices as a user makes them, in accroche.yaml. */
final class DeclaredChoices {

    private DeclaredChoices() {}

    /**
     * What these settings say.
     *
     * @param settings for example {@code tlsi: { signature: required }}
     */
    static TeleserviceChoices of(String settings) {
        return read(ShippedDeclaration.PROXY_INTEGRE.text() + "\nsettings: { " + settings + " }\n")
                .settings()
                .teleservices();
    }

    /** What this one declares. */
    static Declaration shipped(ShippedDeclaration shipped) {
        return read(shipped.text());
    }

    static Declaration read(String yaml) {
        try {
            return DeclarationReader.read(
                    "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 22));
        } catch (DeclarationException e) {
            throw new AssertionError(e);
        }
    }
}
