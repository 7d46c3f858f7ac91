package fr.accroche.scenarios.lps;

import fr.accroche.certs.RegularFile;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.Problem;
import fr.accroche.compliance.declaration.ProxyTemplate;
import fr.accroche.compliance.declaration.ProxyTemplateReader;
import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The file that {@code participants.proxy.template} names. */
public final class TemplateFile {

    private static final int LARGEST = 1024 * 1024 + 1;
    private static final Text NO_JSON = Text.of(
            "une fois les places remplies, ce n'est pas du JSON : « {0} »",
            "once its places are filled, this is no JSON: {0}");

    private TemplateFile() {}

    /**
     * Reads it.
     *
     * @throws IOException when it cannot be opened
     * @throws DeclarationException with everything that is wrong with it
     */
    public static ProxyTemplate read(Path file) throws IOException, DeclarationException {
        ProxyTemplate template;
        try (InputStream in = RegularFile.open(file)) {
            template = ProxyTemplateReader.read(file.toString(), in.readNBytes(LARGEST));
        }
        List<Problem> problems = TemplateContract.notJson(template).entrySet().stream()
                .map(wrong -> new Problem(
                        file.toString(),
                        template.lines().line(wrong.getKey()).orElse(0),
                        1,
                        wrong.getKey(),
                        NO_JSON.with(wrong.getValue())))
                .toList();
        if (!problems.isEmpty()) {
            throw new DeclarationException(problems);
        }
        return template;
    }
}
