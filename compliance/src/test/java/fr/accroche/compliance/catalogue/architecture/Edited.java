package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.catalogue.fault.DeclaredFault;
import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * What one rule finds in shipped declarations that were changed.
 *
 * @param rule the rule
 * @param day the day it judges
 */
record Edited(DeclaredRule rule, LocalDate day) {

    static Edited judgedBy(DeclaredRule rule) {
        return new Edited(rule, LocalDate.of(2026, 11, 22));
    }

    /** Read on the day judged. */
    static Declaration read(LocalDate day, ShippedDeclaration base, Edit... edits) throws DeclarationException {
        DeclaredFault changed =
                new DeclaredFault(Text.verbatim("changed"), RuleId.of("ARC-01"), Status.PASS, base, List.of(edits));
        return DeclarationReader.read("accroche.yaml", changed.yaml().getBytes(StandardCharsets.UTF_8), day);
    }

    List<DeclaredFinding> findings(ShippedDeclaration base, Edit... edits) throws DeclarationException {
        return rule.check(new Dossier(read(day, base, edits), day));
    }

    /** The statuses, in the order of the findings. */
    List<Status> statuses(ShippedDeclaration base, Edit... edits) throws DeclarationException {
        return findings(base, edits).stream().map(DeclaredFinding::status).toList();
    }
}
