package fr.accroche.compliance.fidelity;

import fr.accroche.compliance.text.Text;

/** How near something here is to the real thing: one word, and what it promises. */
public enum Fidelity {
    EXACT(
            Text.verbatim("exact"),
            Text.of(
                    "comme le disent ou le montrent des documents et des exemples publics, ou le logiciel de l'agence",
                    "as public documents and samples, or the agency's own software, say or show it")),
    STANDARD(
            Text.verbatim("standard"),
            Text.of(
                    "la lettre d'une norme, ce que fait le vrai serveur n'étant pas public",
                    "the letter of a standard, what the real server does not being public")),
    SIMPLIFIED(
            Text.of("simplifié", "simplified"),
            Text.of(
                    "moins que le vrai, ou déduit de ce qui en est public",
                    "less than the real thing, or inferred from what is public of it")),
    INVENTED(Text.of("inventé", "invented"), Text.of("rien de public ne le dit", "nothing public says it"));

    private final Text title;
    private final Text promise;

    Fidelity(Text title, Text promise) {
        this.title = title;
        this.promise = promise;
    }

    public Text title() {
        return title;
    }

    /** What may be relied on where the word stands. */
    public Text promise() {
        return promise;
    }
}
