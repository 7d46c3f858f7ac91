package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Points that belong together.
 *
 * @param key what they are about, for a program: {@code run}, {@code architecture}, {@code path}, {@code authentication}, {@code accrochage}
 * @param clientId whose they are; empty where they are the whole solution's
 * @param teleservice through whose API PSC; empty where that makes no difference
 * @param title what they are about
 * @param asked how it is known that the PMT asks for them
 * @param points in the order of reading
 */
public record PmtPart(
        String key,
        Optional<String> clientId,
        Optional<Teleservice> teleservice,
        Text title,
        Likeness asked,
        List<PmtPoint> points) {

    public PmtPart {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(asked, "asked");
        points = List.copyOf(points);
    }

    public PmtState state() {
        return PmtState.worst(points.stream().map(PmtPoint::state).toList());
    }
}
