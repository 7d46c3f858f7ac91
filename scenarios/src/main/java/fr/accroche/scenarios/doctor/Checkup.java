package fr.accroche.scenarios.doctor;

import fr.accroche.scenarios.doctor.Examined.Level;
import java.util.List;

/**
 * All that was examined.
 *
 * @param points in the order to read them in
 */
public record Checkup(List<Examined> points) {

    public Checkup {
        points = List.copyOf(points);
    }

    public long failures() {
        return count(Level.FAIL);
    }

    public long warnings() {
        return count(Level.WARNING);
    }

    private long count(Level level) {
        return points.stream().filter(point -> point.level() == level).count();
    }
}
