package fr.accroche.junit;

import fr.accroche.scenarios.report.Run;

/** The way in to the assertions on what a chain saw; with AssertJ's own by a static import of both. */
public final class AccrocheAssertions {

    private AccrocheAssertions() {}

    /** On the judgement of a run. */
    public static VerdictAssert assertThat(Run run) {
        return new VerdictAssert(run);
    }

    /** On a chain: what its servers noted. */
    public static JournalAssert assertThat(AccrocheChain chain) {
        return new JournalAssert(chain.journal());
    }
}
