package fr.accroche.scenarios.report.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the images of a page show: sessions that went alike are drawn alike, and of five hundred folded ones the reader is led to
 * the first instead, where a browser would build the same five hundred times.
 */
final class Drawings {

    /**
     * Where a drawing stands.
     *
     * @param session its number
     * @param figure the id of the figure
     */
    record Place(int session, String figure) {}

    private final Map<String, Place> first = new HashMap<>();

    /** Where the same was drawn before; if nowhere, it is here. */
    Optional<Place> before(String drawing, Place here) {
        return Optional.ofNullable(first.putIfAbsent(drawing, here));
    }
}
