package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends elsewhere a session that is over here: its API tokens where they were issued, then PSC's session. Whatever those servers
 * answer, it stays over.
 */
final class SessionEnd {

    private static final String PSC = "PSC";

    private final TokenRevocation revocation;
    private final Psc psc;
    private final ProxyDefects defects;

    SessionEnd(TokenRevocation revocation, Psc psc, ProxyDefects defects) {
        this.revocation = revocation;
        this.psc = psc;
        this.defects = defects;
    }

    /**
     * @param notes are told what was left undone
     * @param silent servers that are not asked any more
     * @return what was left undone
     */
    List<Failure> finish(Session session, TraceContext trace, HopNotes notes, Silent silent) {
        List<Failure> undone = new ArrayList<>();
        if (!defects.has(ProxyDefect.NEVER_REVOKES_TOKENS)) {
            undone.addAll(revocation.everyToken(session, trace, silent));
        }
        if (!defects.has(ProxyDefect.NEVER_LOGS_OUT)) {
            logOut(session, trace, silent)
                    .fold(answer -> true, refused -> undone.add(new Failure("logout at PSC", refused)));
        }
        if (!undone.isEmpty()) {
            String all = undone.stream().map(Failure::terse).collect(Collectors.joining(" | "));
            notes.note(Fact.LEFT_UNDONE, all, "upstream");
        }
        return undone;
    }

    private Outcome<UpstreamAnswer> logOut(Session session, TraceContext trace, Silent silent) {
        return silent.before(PSC)
                .map(Outcome::<UpstreamAnswer>refused)
                .orElseGet(() -> psc.logOut(session, trace).fold(Outcome::next, failed -> {
                    silent.note(PSC, failed);
                    return Outcome.refused(failed);
                }));
    }
}
