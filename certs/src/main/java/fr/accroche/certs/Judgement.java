package fr.accroche.certs;

import java.util.List;

/**
 * Everything wrong with a certificate at once.
 *
 * @param defects in the order a path validator meets them; empty when the certificate is sound
 */
public record Judgement(List<Defect> defects) {
    public Judgement {
        defects = List.copyOf(defects);
    }

    public boolean sound() {
        return defects.isEmpty();
    }

    public boolean has(DefectCode code) {
        return defects.stream().anyMatch(defect -> defect.code() == code);
    }
}
