package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be broken on purpose: whoever plays scenarios knows, and a file that names anything else is refused where it does. */
public interface ScenarioVocabulary {

    /** The ids of the catalogue of faults. */
    Set<String> faults();

    /** The endpoints of each simulator whose calls can be broken on demand. */
    Map<String, Set<String>> endpoints();

    /** What is wrong with a fault on demand at an endpoint that there is; empty where nothing is. */
    Optional<Text> objection(WrittenScenario.OnDemand fault);
}
