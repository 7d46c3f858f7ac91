package fr.accroche.certs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is filled in on the ordering platform: an offer, a structure, a usage and what is to be named. The platform takes
 * any service name; what could never be used is refused here.
 *
 * @param offer ORG for a legal person or one of its services, SERV for a host
 * @param usage what the certificate is for
 * @param branch the tree that signs it
 * @param idNatStruct the structure's national identifier
 * @param name the structure's raison sociale
 * @param department the structure's, for example {@code Paris (75)}
 * @param application the service name, a client_id for an ORG AUTH_CLI; the host of a SERV
 * @param settings key size and validity
 */
public record OrderForm(
        Offer offer,
        Usage usage,
        Branch branch,
        String idNatStruct,
        String name,
        String department,
        String application,
        OrderSettings settings) {

    private static final Pattern DEPARTMENT = Pattern.compile("\\S.* \\((?:\\d{2,3}|2[AB])\\)");
    private static final Pattern LABEL = Pattern.compile("\\*|[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** Who or what is named. */
    public enum Offer {
        ORG,
        SERV
    }

    /** What for; the other usages of the platform are not made here. */
    public enum Usage {
        AUTH_CLI,
        SIGN,
        SSL_SERV
    }

    /**
     * The order, good from then on.
     *
     * @throws OrderException with everything that is wrong in the form
     */
    public Order order(Instant from) {
        return order(from, Profiles.SHIPPED);
    }

    /** The same, for a certificate that is made like these. */
    public Order order(Instant from, Profiles profiles) {
        List<Wording> problems = new ArrayList<>();
        Optional<Profile> profile = profile(offer, usage);
        boolean hosts = profile.map(profiles::of).map(ProfileShape::hostNames).orElse(offer == Offer.SERV);
        if (profile.isEmpty()) {
            problems.add(Wording.of(
                    "l'offre %s n'a pas l'usage %s ; ORG a auth-cli et sign, SERV a ssl-serv",
                    "offer %s has no usage %s; ORG has auth-cli and sign, SERV has ssl-serv", offer, usage));
        }
        checkApplication(hosts, problems);
        checkStructure(problems);
        problems.addAll(settings.problems());
        if (profile.isEmpty() || !problems.isEmpty()) {
            throw OrderException.wrong(problems);
        }
        List<String> names = hosts ? List.of(application) : List.of();
        return new Order(
                profile.get(), branch, department, name, idNatStruct, application, names, from, settings.until(from));
    }

    /** Which profile they are together; empty when the platform has no such usage of the offer. */
    public static Optional<Profile> profile(Offer offer, Usage usage) {
        return switch (usage) {
            case AUTH_CLI -> offer == Offer.ORG ? Optional.of(Profile.ORG_AUTH_CLI) : Optional.empty();
            case SIGN -> offer == Offer.ORG ? Optional.of(Profile.ORG_SIGN) : Optional.empty();
            case SSL_SERV -> offer == Offer.SERV ? Optional.of(Profile.SERV_SSL) : Optional.empty();
        };
    }

    private void checkApplication(boolean hosts, List<Wording> problems) {
        int length = application.codePointCount(0, application.length());
        if (application.isBlank() || !application.equals(application.strip()) || hasControl(application)) {
            problems.add(Wording.of(
                    "l'application « %s » : un nom est attendu, sans espace autour ni caractère de contrôle",
                    "application '%s': a name is expected, without spaces around it nor control characters",
                    CertificateText.clean(application)));
        } else if (length > Order.LONGEST_COMMON_NAME) {
            problems.add(Wording.of(
                    "le CN aurait %s caractères, %s au plus (X.520) : un client_id plus long ne peut pas être un CN",
                    "the CN would have %s characters, at most %s (X.520): a longer client_id cannot be a CN",
                    length,
                    Order.LONGEST_COMMON_NAME));
        } else if (hosts && !isHost(application)) {
            problems.add(Wording.of(
                    "« %s » n'est pas un nom de domaine complet ; l'offre SERV nomme un hôte (proxy.exemple.fr),"
                            + " un client_id se commande en ORG, usage auth-cli",
                    "'%s' is no fully qualified domain name; offer SERV names a host (proxy.example.org),"
                            + " a client_id is ordered as ORG, usage auth-cli",
                    application));
        }
    }

    private void checkStructure(List<Wording> problems) {
        if (!IdNatStructSyntax.matches(idNatStruct)) {
            problems.add(Wording.of(
                    "l'idNatStruct « %s » (%s caractères) est mal formé ; attendu : %s",
                    "idNatStruct '%s' (%s characters) is malformed; expected: %s",
                    CertificateText.clean(idNatStruct),
                    idNatStruct.length(),
                    IdNatStructSyntax.expected(idNatStruct)));
        }
        if (name.isBlank() || hasControl(name)) {
            problems.add(Wording.of(
                    "la raison sociale de la structure manque, ou contient un caractère de contrôle",
                    "the structure's raison sociale is missing, or holds a control character"));
        }
        if (hasControl(department) || !DEPARTMENT.matcher(department).matches()) {
            problems.add(Wording.of(
                    "le département « %s » s'écrit avec son nom puis son numéro, par exemple Paris (75)",
                    "département '%s' is written as its name then its number, for example Paris (75)",
                    CertificateText.clean(department)));
        }
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    /** Two labels or more (RFC 1034 §3.5), the first of which may be a star; or this very machine. */
    private static boolean isHost(String text) {
        String[] labels = text.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            if (!LABEL.matcher(labels[i]).matches() || (i > 0 && labels[i].equals("*"))) {
                return false;
            }
        }
        boolean address = AlternativeNames.address(text).isPresent();
        return !address && (labels.length > 1 || text.toLowerCase(Locale.ROOT).equals("localhost"));
    }
}
