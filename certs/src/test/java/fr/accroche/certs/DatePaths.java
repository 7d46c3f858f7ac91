package fr.accroche.certs;

import static fr.accroche.certs.Fixtures.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;

/** Validity at each level (RFC 5280 §4.1.2.5): both ends belong to it. */
final class DatePaths {
    private static final Instant AGO = NOW.minus(Duration.ofDays(400));
    private static final Instant AHEAD = NOW.plus(Duration.ofDays(400));

    private DatePaths() {}

    static List<PathCase> cases() {
        PathCase.Family dates = new PathCase.Family("dates");
        for (int level = 0; level < 3; level++) {
            String who = List.of("root", "intermediate", "leaf").get(level);
            accepted(dates, who, level);
            refused(dates, who, level);
        }
        return dates.refuses("all three ended yesterday", every(AGO, NOW.minus(Duration.ofDays(1))))
                .refuses("all three begin tomorrow", every(NOW.plus(Duration.ofDays(1)), AHEAD))
                .accepts(
                        "leaf outlives its authorities",
                        Ladder.three().leaf(leaf -> leaf.valid(AGO, NOW.plus(Duration.ofDays(4000)))))
                .accepts(
                        "leaf older than its authorities",
                        Ladder.three().leaf(leaf -> leaf.valid(NOW.minus(Duration.ofDays(4000)), AHEAD)))
                .accepts(
                        "intermediate outlives its root",
                        Ladder.three().intermediate(middle -> middle.valid(AGO, NOW.plus(Duration.ofDays(9000)))))
                .refuses(
                        "intermediate ended and leaf not begun",
                        Ladder.three()
                                .intermediate(ended(Duration.ofDays(1)))
                                .leaf(leaf -> leaf.valid(NOW.plusSeconds(60), AHEAD)))
                .refuses("upper of two intermediates ended", Ladder.of(2).rung(1, ended(Duration.ofSeconds(1))))
                .cases();
    }

    private static void accepted(PathCase.Family dates, String who, int level) {
        dates.accepts(who + " ends this second", valid(level, AGO, NOW))
                .accepts(who + " ends in 1 s", valid(level, AGO, NOW.plusSeconds(1)))
                .accepts(who + " begins this second", valid(level, NOW, AHEAD))
                .accepts(who + " began 1 s ago", valid(level, NOW.minusSeconds(1), AHEAD))
                .accepts(who + " lasts this second only", valid(level, NOW, NOW))
                .accepts(who + " began in 1950", valid(level, Instant.parse("1950-01-01T00:00:00Z"), AHEAD))
                .accepts(who + " ends in 2050", valid(level, AGO, Instant.parse("2050-01-01T00:00:00Z")))
                .accepts(who + " never ends", valid(level, AGO, Instant.parse("9999-12-31T23:59:59Z")))
                .accepts(
                        who + " ends next year in generalizedTime",
                        timed(level, new DERUTCTime("250101000000Z"), new DERGeneralizedTime("20271231235959Z")));
    }

    private static void refused(PathCase.Family dates, String who, int level) {
        dates.refuses(who + " ended 1 s ago", valid(level, AGO, NOW.minusSeconds(1)))
                .refuses(who + " ended yesterday", valid(level, AGO, NOW.minus(Duration.ofDays(1))))
                .refuses(
                        who + " ended in the last century",
                        valid(level, Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("1999-12-31T23:59:59Z")))
                .refuses(who + " begins in 1 s", valid(level, NOW.plusSeconds(1), AHEAD))
                .refuses(who + " begins tomorrow", valid(level, NOW.plus(Duration.ofDays(1)), AHEAD))
                .refuses(
                        who + " begins in 2050",
                        valid(level, Instant.parse("2050-01-01T00:00:00Z"), Instant.parse("2051-01-01T00:00:00Z")))
                .refuses(who + " ends before it begins", valid(level, NOW.plusSeconds(9), NOW.minusSeconds(9)));
    }

    private static Ladder valid(int level, Instant from, Instant until) {
        return Ladder.three().rung(level, rung -> rung.valid(from, until));
    }

    private static Ladder timed(int level, DERUTCTime from, ASN1GeneralizedTime until) {
        return Ladder.three().rung(level, rung -> rung.valid(Time.getInstance(from), Time.getInstance(until)));
    }

    private static Ladder every(Instant from, Instant until) {
        Consumer<PathCertificate> valid = rung -> rung.valid(from, until);
        return Ladder.three().root(valid).intermediate(valid).leaf(valid);
    }

    private static Consumer<PathCertificate> ended(Duration ago) {
        return rung -> rung.valid(AGO, NOW.minus(ago));
    }
}
