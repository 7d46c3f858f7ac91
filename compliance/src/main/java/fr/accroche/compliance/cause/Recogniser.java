package fr.accroche.compliance.cause;

import java.util.List;

/** One kind of cause, known by what it leaves behind in a session. */
@FunctionalInterface
interface Recogniser {

    /** Each such cause in what is broken and no other recogniser has explained; none where there is none. */
    List<Suspicion> recognise(Clues clues);
}
