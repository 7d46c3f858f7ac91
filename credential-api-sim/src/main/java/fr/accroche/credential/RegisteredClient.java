package fr.accroche.credential;

import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.exchange.Observed;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the EDC PSC knows of one client_id. Each value comes with the place where it is declared.
 *
 * @param clientId the client_id of the (LPS, operator) pair
 * @param certificateCn the CN that its certificate must have: the client_id (IDN-01)
 * @param certificateOu the OU that its certificate must have: the idNatStruct of the proxy's operator (IDN-02)
 * @param securityLevel the level granted
 * @param elu the habilitation of the LPS's éditeur
 * @param elp the habilitation of the proxy's éditeur
 * @param link the technical link between this LPS and this proxy
 * @param pmt the provisional authorisation
 */
public record RegisteredClient(
        Observed clientId,
        Observed certificateCn,
        Observed certificateOu,
        Observed securityLevel,
        Grant elu,
        Grant elp,
        Link link,
        PmtWindow pmt) {

    public RegisteredClient {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(certificateCn, "certificateCn");
        Objects.requireNonNull(certificateOu, "certificateOu");
        Objects.requireNonNull(securityLevel, "securityLevel");
        Objects.requireNonNull(elu, "elu");
        Objects.requireNonNull(elp, "elp");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(pmt, "pmt");
    }

    /** Whether a habilitation counts on a day. The names in lower case are the words of the journal. */
    public enum Standing {
        VALID,
        ABSENT,
        SUSPENDED
    }

    /**
     * A habilitation profile as it was granted over time.
     *
     * @param granted every grant of that profile, suspended ones too
     * @param where the declaration's line
     */
    public record Grant(List<Habilitation> granted, String where) {
        public Grant {
            granted = List.copyOf(granted);
            Objects.requireNonNull(where, "where");
        }

        /** Valid if one grant counts on that day; suspended if there were some but none counts any more. */
        public Standing on(LocalDate day) {
            List<Habilitation> begun =
                    granted.stream().filter(one -> one.begunBy(day)).toList();
            if (begun.isEmpty()) {
                return Standing.ABSENT;
            }
            return begun.stream().allMatch(one -> one.suspendedBy(day)) ? Standing.SUSPENDED : Standing.VALID;
        }
    }

    /**
     * @param validated whether the EDC PSC has validated the link
     * @param where the declaration's line
     */
    public record Link(boolean validated, String where) {
        public Link {
            Objects.requireNonNull(where, "where");
        }
    }

    /**
     * @param until the last day that the provisional authorisation counts; empty once the habilitations are final
     * @param where the declaration's line
     */
    public record PmtWindow(Optional<LocalDate> until, String where) {
        public PmtWindow {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(where, "where");
        }

        public boolean past(LocalDate day) {
            return until.map(day::isAfter).orElse(false);
        }
    }
}
