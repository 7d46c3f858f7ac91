package fr.accroche.certs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a profile's certificates hold, as its file says.
 *
 * @param subject the keywords of the subject's attributes, one set for each relative name
 * @param keyUsage the names of its bits, in the order of RFC 5280 §4.2.1.3
 * @param extendedKeyUsage the object identifiers, exactly these
 * @param hostNames whether it names hosts in subjectAltName
 * @param principal how its holder opens a Windows session, in subjectAltName
 * @param signs whether it seals documents: then it bears a privateKeyUsagePeriod
 * @param card the kind of card that bears it (TRE_G02); empty for a certificate in software
 * @param profession whether it tells its holder's (TRE_G15)
 * @param policies the policy that it claims in each branch
 * @param settings key size and validity, unless an order says otherwise
 */
record ProfileShape(
        List<Set<String>> subject,
        List<String> keyUsage,
        List<String> extendedKeyUsage,
        boolean hostNames,
        Principal principal,
        boolean signs,
        OptionalInt card,
        boolean profession,
        Map<Branch, String> policies,
        OrderSettings settings) {
    private static final String NO_CARD = "none";
    private static final List<String> CARDS = List.of("CPS", "CPF", "CPE", "CPA");
    private static final Pattern OID = Pattern.compile("[0-2](?:\\.(?:0|[1-9]\\d{0,8})){1,20}");

    /** How an identifier makes a user principal name. */
    enum Principal {
        NONE,
        /** As it is. */
        PLAIN,
        /** With a dot after its first digit. */
        DOTTED
    }

    static ProfileShape of(Profile profile) {
        return Profiles.SHIPPED.of(profile);
    }

    static ProfileShape read(DataFile file) {
        List<String> cards = new ArrayList<>(List.of(NO_CARD));
        cards.addAll(CARDS);
        Set<String> bits = Set.copyOf(file.words("keyUsage", Oids.KEY_USAGES));
        Map<Branch, String> policies = new EnumMap<>(Branch.class);
        policies.put(Branch.TEST, oid(file, "policy.test"));
        policies.put(Branch.PRODUCTION, oid(file, "policy.production"));
        int card = CARDS.indexOf(file.word("card", cards));
        ProfileShape shape = new ProfileShape(
                subject(file),
                Oids.KEY_USAGES.stream().filter(bits::contains).toList(),
                file.words("extendedKeyUsage", Oids.PURPOSES.keySet()).stream()
                        .map(Oids.PURPOSES::get)
                        .toList(),
                file.flag("hostNames"),
                principal(file.word("userPrincipalName", List.of("none", "plain", "dotted"))),
                file.flag("privateKeyUsagePeriod"),
                card < 0 ? OptionalInt.empty() : OptionalInt.of(card),
                file.flag("profession"),
                Map.copyOf(policies),
                new OrderSettings(
                        file.integer("keyBits", Strength.RSA_BITS, OrderSettings.LARGEST_KEY),
                        file.integer("days", 1, OrderSettings.MOST_DAYS)));
        file.finish();
        return shape;
    }

    private static Principal principal(String word) {
        return switch (word) {
            case "plain" -> Principal.PLAIN;
            case "dotted" -> Principal.DOTTED;
            default -> Principal.NONE;
        };
    }

    private static List<Set<String>> subject(DataFile file) {
        List<Set<String>> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean right = true;
        for (String name : file.text("subject").split("\\s*,\\s*", -1)) {
            List<String> keywords = List.of(name.split("\\s*\\+\\s*", -1));
            for (String keyword : keywords) {
                right &= Order.SUBJECT.containsKey(keyword) && seen.add(keyword);
            }
            names.add(new HashSet<>(keywords));
        }
        if (!right || !seen.contains("CN")) {
            file.wrong(
                    "subject",
                    Wording.of(
                            "des attributs parmi %s, CN compris, une fois chacun, séparés par « , », ou par « + » dans un"
                                    + " même nom relatif",
                            "attributes among %s, CN included, once each, separated by ',', or by '+' inside one relative"
                                    + " name",
                            String.join(", ", Order.SUBJECT.keySet())));
        }
        return List.copyOf(names);
    }

    private static String oid(DataFile file, String key) {
        String value = file.text(key);
        if (!OID.matcher(value).matches()) {
            file.wrong(
                    key,
                    Wording.of(
                            "un identifiant d'objet, par exemple 2.5.29.32.0",
                            "an object identifier, for example 2.5.29.32.0"));
        }
        return value;
    }
}
