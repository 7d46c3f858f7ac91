package fr.accroche.certs;

import fr.accroche.certs.SubjectName.Attribute;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An order to the test IGC-Santé: the fields of the real ordering platform. A certificate that is wrong on purpose is
 * ordered here too: dates in the past, another CN, a SERV_SSL profile, host names in an ORG certificate, an attribute left
 * out by an empty text.
 *
 * @param profile what the certificate is for
 * @param branch the tree that signs it
 * @param department ST of the subject, for example {@code Paris (75)}
 * @param organisation O of the subject: the raison sociale, cut at 40 characters as the real platform does
 * @param idNatStruct OU of the subject: the structure's national identifier; for an ORG AUTH_CLI, the proxy operator's
 * @param commonName CN of the subject: the client_id, a service name, or a host name; at most 64
 *     characters (X.520)
 * @param names DNS names and IP addresses of the subjectAltName; empty for ORG profiles
 * @param notBefore start of validity
 * @param notAfter end of validity
 * @param holder whom a card names; empty for a structure or a host
 */
public record Order(
        Profile profile,
        Branch branch,
        String department,
        String organisation,
        String idNatStruct,
        String commonName,
        List<String> names,
        Instant notBefore,
        Instant notAfter,
        Optional<CardHolder> holder) {

    private static final int LONGEST_ORGANISATION = 40;
    static final int LONGEST_COMMON_NAME = 64;

    /** What a subject can hold, by keyword. */
    static final Map<String, Function<Order, Attribute>> SUBJECT = attributes();

    public Order {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(idNatStruct, "idNatStruct");
        Objects.requireNonNull(commonName, "commonName");
        names = List.copyOf(names);
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(notAfter, "notAfter");
        Objects.requireNonNull(holder, "holder");
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException(
                    "expected a validity that ends after it starts, observed " + notBefore + " to " + notAfter);
        }
        if (commonName.codePointCount(0, commonName.length()) > LONGEST_COMMON_NAME) {
            throw new IllegalArgumentException("a CN has at most " + LONGEST_COMMON_NAME
                    + " characters (X.520), so a longer client_id cannot be one: " + commonName);
        }
        AlternativeNames.check(names);
    }

    /** Of a structure or a host. */
    public Order(
            Profile profile,
            Branch branch,
            String department,
            String organisation,
            String idNatStruct,
            String commonName,
            List<String> names,
            Instant notBefore,
            Instant notAfter) {
        this(
                profile,
                branch,
                department,
                organisation,
                idNatStruct,
                commonName,
                names,
                notBefore,
                notAfter,
                Optional.empty());
    }

    public Order withProfile(Profile other) {
        return new Order(
                other, branch, department, organisation, idNatStruct, commonName, names, notBefore, notAfter, holder);
    }

    public Order withBranch(Branch other) {
        return new Order(
                profile, other, department, organisation, idNatStruct, commonName, names, notBefore, notAfter, holder);
    }

    public Order withIdNatStruct(String other) {
        return new Order(
                profile, branch, department, organisation, other, commonName, names, notBefore, notAfter, holder);
    }

    public Order withCommonName(String other) {
        return new Order(
                profile, branch, department, organisation, idNatStruct, other, names, notBefore, notAfter, holder);
    }

    public Order withNames(List<String> others) {
        return new Order(
                profile,
                branch,
                department,
                organisation,
                idNatStruct,
                commonName,
                others,
                notBefore,
                notAfter,
                holder);
    }

    public Order withValidity(Instant from, Instant until) {
        return new Order(
                profile, branch, department, organisation, idNatStruct, commonName, names, from, until, holder);
    }

    /** Of a card, for this person. */
    public Order withHolder(CardHolder person) {
        return new Order(
                profile,
                branch,
                department,
                organisation,
                idNatStruct,
                commonName,
                names,
                notBefore,
                notAfter,
                Optional.of(person));
    }

    /** The subject's relative names in the order of the profile; one that would be empty is left out. */
    List<Set<Attribute>> subject(ProfileShape shape) {
        return shape.subject().stream()
                .map(keywords -> keywords.stream()
                        .map(keyword -> SUBJECT.get(keyword).apply(this))
                        .filter(attribute -> !attribute.value().isEmpty())
                        .collect(Collectors.toSet()))
                .filter(attributes -> !attributes.isEmpty())
                .toList();
    }

    private static Map<String, Function<Order, Attribute>> attributes() {
        Map<String, Function<Order, Attribute>> attributes = new LinkedHashMap<>();
        attributes.put("C", order -> Attribute.text(AttributeType.COUNTRY, "FR"));
        attributes.put("ST", order -> Attribute.text(AttributeType.STATE, order.department()));
        attributes.put("O", order -> Attribute.text(AttributeType.ORGANISATION, cut(order.organisation())));
        attributes.put("OU", order -> Attribute.text(AttributeType.ORGANISATIONAL_UNIT, order.idNatStruct()));
        attributes.put("title", order -> order.holder(AttributeType.TITLE, CardHolder::title));
        attributes.put("GN", order -> order.holder(AttributeType.GIVEN_NAME, CardHolder::givenName));
        attributes.put("SN", order -> order.holder(AttributeType.SURNAME, CardHolder::surname));
        attributes.put("CN", order -> Attribute.text(AttributeType.COMMON_NAME, order.commonName()));
        return Collections.unmodifiableMap(attributes);
    }

    private Attribute holder(String type, Function<CardHolder, String> part) {
        return Attribute.text(type, holder.map(part).orElse(""));
    }

    /** Whether the raison sociale is longer than the real platform lets it be. */
    public boolean cutsOrganisation() {
        return !cut(organisation).equals(organisation);
    }

    private static String cut(String organisation) {
        int length = Math.min(LONGEST_ORGANISATION, organisation.codePointCount(0, organisation.length()));
        return organisation.substring(0, organisation.offsetByCodePoints(0, length));
    }
}
