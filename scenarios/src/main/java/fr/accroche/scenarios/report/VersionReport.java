package fr.accroche.scenarios.report;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.wire.json.JsonObject;

/** Which accroche, which rules, which Java, which system. */
public final class VersionReport {

    private static final Text LINES = Text.of("""
            accroche {0}
            règles   {1} ({2} règles)
            Java     {3} ({4}, {5})
            système  {6} {7} ({8})
            """, """
            accroche {0}
            rules    {1} ({2} rules)
            Java     {3} ({4}, {5})
            system   {6} {7} ({8})
            """);

    private VersionReport() {}

    public static String text(Language language) {
        return LINES.with(
                        Version.CURRENT,
                        RuleBook.VERSION,
                        RuleBook.CARDS.size(),
                        Runtime.version(),
                        of("java.vendor"),
                        of("java.vm.name"),
                        of("os.name"),
                        of("os.version"),
                        of("os.arch"))
                .in(language);
    }

    /** For programs: the same keys in both languages. */
    public static String json() {
        return JsonObject.EMPTY
                        .with("accroche", Version.CURRENT)
                        .with("ruleBook", RuleBook.VERSION)
                        .with("rules", RuleBook.CARDS.size())
                        .with("java", java())
                        .with(
                                "os",
                                JsonObject.EMPTY
                                        .with("name", of("os.name"))
                                        .with("version", of("os.version"))
                                        .with("arch", of("os.arch")))
                        .pretty()
                + "\n";
    }

    /** The Java that runs. */
    public static JsonObject java() {
        return JsonObject.EMPTY
                .with("version", Runtime.version().toString())
                .with("vendor", of("java.vendor"))
                .with("vm", of("java.vm.name"));
    }

    private static String of(String property) {
        return System.getProperty(property);
    }
}
