package fr.accroche.teleservice;

import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The bytes of documents, in pieces: a large one must not keep others, who share the state, waiting for long. */
final class Contents {

    private static final int PIECE = 1024 * 1024;

    /** So many that none is dropped that is known of, for those that will be, or for what the dead left. */
    private static final int PLACE = 10 * (int) (DocumentRegistry.MOST_BYTES / PIECE + DocumentRegistry.MOST_DOCUMENTS);

    private final Store<byte[]> pieces;
    private final Supplier<String> ids;

    /**
     * @param name of the store
     * @param ids new ones
     */
    Contents(State state, String name, Supplier<String> ids) {
        this.pieces = state.store(name, Shape.of(byte[].class), PLACE);
        this.ids = ids;
    }

    /** Keeps bytes under an id that is found to be new, as the random numbers of another process may be the same. */
    String write(byte[] content) {
        String id = ids.get();
        while (!pieces.putNew(key(id, 0), piece(content, 0), State.FOR_EVER)) {
            id = ids.get();
        }
        for (int i = 1; i < count(content.length); i++) {
            pieces.put(key(id, i), piece(content, i), State.FOR_EVER);
        }
        return id;
    }

    /** Empty if they were forgotten, in whole or in part. */
    Optional<byte[]> read(String id, int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < count(size); i++) {
            Optional<byte[]> piece = pieces.get(key(id, i));
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(piece.get(), 0, content, i * PIECE, piece.get().length);
        }
        return Optional.of(content);
    }

    void forget(String id, int size) {
        for (int i = 0; i < count(size); i++) {
            pieces.take(key(id, i));
        }
    }

    void clear() {
        pieces.clear();
    }

    /** One at least, which is empty for what is empty. */
    private static int count(int size) {
        return Math.max(1, (size + PIECE - 1) / PIECE);
    }

    private static byte[] piece(byte[] content, int i) {
        return Arrays.copyOfRange(content, i * PIECE, Math.min(content.length, (i + 1) * PIECE));
    }

    private static String key(String id, int piece) {
        return id + " " + piece;
    }
}
