package fr.accroche.authserver;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Set;

/** A form that can be read, each parameter once (RFC 6749 §3.2) but for the two of RFC 8693 §2.1. */
public final class FormGuard {

    private static final Set<String> REPEATABLE = Set.of("audience", "resource");

    private FormGuard() {}

    /**
     * @param call the call
     * @param rule the rule that asks for sound parameters at this endpoint
     */
    public static void check(Call call, RuleId rule) {
        call.formProblem()
                .ifPresent(problem -> call.refuse(OAuthRefusal.of(
                        rule,
                        Text.of("Le formulaire est illisible : {0}.", "The form cannot be read: {0}.")
                                .with(problem),
                        new Observed("application/x-www-form-urlencoded", "RFC 6749 §3.2"),
                        new Observed(problem, "form"),
                        OAuthError.invalidRequest(problem))));
        List<String> repeated = call.form().repeated().stream()
                .filter(name -> !REPEATABLE.contains(name))
                .toList();
        if (repeated.isEmpty()) {
            return;
        }
        String names = Call.clipped(String.join(" ", repeated));
        call.notes().note(Fact.REPEATED_PARAMETERS, names, "form");
        call.refuse(OAuthRefusal.of(
                rule,
                Text.of("Paramètres répétés : {0}.", "Repeated parameters: {0}.")
                        .with(names),
                new Observed("each parameter once", "RFC 6749 §3.2"),
                new Observed(names, "form"),
                OAuthError.invalidRequest("duplicated parameter")));
    }
}
