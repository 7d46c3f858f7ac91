package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.AssertionChoices.Signature;
import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.messages.VihfForm;
import java.util.Set;

/** The form of VIHF that the DMP of a declaration takes: what an LPS and a proxy of ours write. */
public final class DeclaredVihf {

    private DeclaredVihf() {}

    /** The usual form, but for what these settings do not take. */
    public static VihfForm form(Settings settings) {
        DmpChoices dmp = settings.teleservices().dmp();
        VihfForm usual = VihfForm.INDIRECTE;
        return new VihfForm(
                dmp.mode().name(),
                taken(usual.version(), dmp.versions()),
                taken(usual.authnContextClass(), dmp.authnContexts()),
                dmp.signature() != Signature.FORBIDDEN);
    }

    private static String taken(String usual, Set<String> allowed) {
        return allowed.isEmpty() || allowed.contains(usual)
                ? usual
                : allowed.stream().sorted().findFirst().orElse(usual);
    }
}
