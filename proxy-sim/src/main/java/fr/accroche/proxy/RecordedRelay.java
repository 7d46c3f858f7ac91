package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.wire.Headers;
import fr.accroche.wire.RelayEnd;
import fr.accroche.wire.RelayObserver;
import fr.accroche.wire.Response;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What is noted of a call that is relayed: the digest of its body as the bytes pass, what was answered, and how it ended. A
 * body that did not pass whole has no digest.
 */
final class RecordedRelay implements RelayObserver {

    private final HopNotes notes;
    private final Onward onward;
    private final Consumer<Hop> journal;
    private final BiFunction<HopNotes, Refused, Response> refusals;
    private final MessageDigest digest = Sha256.begin();
    private int status;

    /**
     * @param journal takes the hop
     * @param refusals takes the hop of a refusal, and writes its answer
     */
    RecordedRelay(
            HopNotes notes, Onward onward, Consumer<Hop> journal, BiFunction<HopNotes, Refused, Response> refusals) {
        this.notes = notes;
        this.onward = onward;
        this.journal = journal;
        this.refusals = refusals;
    }

    @Override
    public void sending(ByteBuffer piece) {
        digest.update(piece);
    }

    @Override
    public void sent() {
        notes.noteBody(digest);
    }

    @Override
    public Headers answered(int answered, Headers headers) {
        if (answered >= 200) {
            status = answered;
        }
        return RelayedHeaders.ofResponse(headers);
    }

    @Override
    public Response failed(RelayEnd.ServerFailed failure) {
        onward.permit().failed(failure.reason());
        return refusals.apply(notes, Upstream.failed(onward.head().uri(), failure.reason(), failure.what()));
    }

    @Override
    public void ended(RelayEnd end) {
        if (end instanceof RelayEnd.ServerFailed failure) {
            onward.permit().failed(failure.reason());
            journal.accept(notes.refused(status, "answer cut off: " + failure.what()));
        } else if (end instanceof RelayEnd.CallerFailed failure) {
            boolean begun = status > 0;
            if (begun) {
                onward.permit().succeeded();
            } else {
                onward.permit().abandoned();
            }
            journal.accept(notes.refused(
                    begun ? status : failure.status(), (begun ? "answer cut off: " : "") + failure.what()));
        } else {
            onward.permit().succeeded();
            journal.accept(notes.answered(status));
        }
    }
}
