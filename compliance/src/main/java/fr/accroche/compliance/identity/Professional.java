package fr.accroche.compliance.identity;

import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fictive professional, the same in PSC, in the LPS and in the téléservices.
 *
 * @param id the national identifier
 * @param alias a short name, for example {@code medecin}; in options, and the first part of the e-mail address
 * @param civility {@code M} or {@code MME}
 * @param givenName first name
 * @param familyName name of practice
 * @param practices the professions, the usual one first; empty for a person without practice
 * @param phone a mobile number of ten digits, of a range that rings nowhere
 * @param devices what they authenticate with
 * @param habit what they do when asked to
 * @param deviance what is wrong with them, if anything
 * @param use what the person is for
 */
public record Professional(
        NationalId id,
        String alias,
        String civility,
        String givenName,
        String familyName,
        List<Practice> practices,
        String phone,
        Devices devices,
        Habit habit,
        Optional<Deviance> deviance,
        Text use) {

    public Professional {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(civility, "civility");
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(familyName, "familyName");
        practices = List.copyOf(practices);
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(devices, "devices");
        Objects.requireNonNull(habit, "habit");
        Objects.requireNonNull(deviance, "deviance");
        Objects.requireNonNull(use, "use");
    }

    /** The login_hint, and SubjectNameID. */
    public String nationalId() {
        return id.value();
    }

    /** Where the identifier comes from: {@code RPPS}, or {@code EDIT} for test identities without one. */
    public String origin() {
        return id.isRpps() ? "RPPS" : "EDIT";
    }

    /** For people: family name, then first name. */
    public String displayName() {
        return familyName + " " + givenName;
    }

    /** The usual profession. */
    public Optional<Practice> practice() {
        return practices.stream().findFirst();
    }

    /** All activities, the usual one first. */
    public List<Situation> situations() {
        return practices.stream()
                .flatMap(practice -> practice.situations().stream())
                .toList();
    }

    /** The usual activity. */
    public Optional<Situation> situation() {
        return situations().stream().findFirst();
    }

    /** For people: the profession, or the role of a person without one; empty for a person without practice. */
    public String professionTitle() {
        String profession = practice().map(usual -> usual.profession().title()).orElse("");
        return profession.isEmpty()
                ? situation().map(usual -> usual.role().title()).orElse("")
                : profession;
    }

    /** For people: the usual structure; empty if there is none. */
    public String structureName() {
        return situation().map(usual -> usual.structure().name()).orElse("");
    }

    /** Whether PSC lets this person log in at all. */
    public boolean registered() {
        return deviance.filter(Deviance.STRUCK_OFF::equals).isEmpty();
    }

    /** Of a domain that does not exist (RFC 2606 §2). */
    public String email() {
        return alias + "@pro.accroche.invalid";
    }

    /**
     * What comes of a request to authenticate, if nobody interferes: a revoked device refuses, an absent one stays silent.
     *
     * @param channel {@code CARD} or {@code MOBILE}
     */
    public Habit answer(String channel) {
        return switch (devices.on(channel)) {
            case ACTIVE -> habit;
            case REVOKED -> Habit.REFUSE;
            case ABSENT -> Habit.SILENT;
        };
    }
}
