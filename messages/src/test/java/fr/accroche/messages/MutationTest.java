package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.SignatureResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No random change of a signed message is accepted with another meaning, and none does worse than being refused. */
class MutationTest {
    private static final int MUTATIONS = 1_000;
    private static final String SOAP = Fictive.signedDmp();
    private static final int START = SOAP.indexOf("<saml2:Assertion");
    private static final int END = SOAP.indexOf("</wsse:Security>");
    private static final List<String> WORDS = List.of(
            "<!--x-->",
            "<?p d?>",
            "<![CDATA[9]]>",
            "&#57;",
            " ",
            "\n",
            "<x/>",
            "</saml2:NameID>",
            "\"",
            "'",
            "#",
            "0",
            "<saml2:NameID>899900000099</saml2:NameID>",
            "xmlns:saml2=\"urn:x\"",
            "ID=\"_x\"",
            "&amp;",
            "&",
            "<",
            "é");

    private static Optional<List<Object>> meaning(BusinessRequest request) {
        return request.assertion(Kind.VIHF)
                .map(read -> List.of(
                        read.id(),
                        read.issueInstant(),
                        read.issuer(),
                        read.nameId(),
                        read.nameQualifier(),
                        read.authnInstant(),
                        read.authnContextClass(),
                        List.copyOf(read.attributes().entrySet()),
                        read.roles(),
                        read.purposes()));
    }

    @Test
    void acceptsNoMutationThatChangesTheMeaning() {
        Random random = new Random(20260115);
        Optional<List<Object>> genuine = meaning(Fictive.parse(SOAP));
        SignatureVerifier verifier = SignatureVerifier.strict();
        List<String> escaped = new ArrayList<>();
        int accepted = 0;
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String mutated = mutate(random);
            try {
                BusinessRequest request = Fictive.parse(mutated);
                read++;
                for (ParsedAssertion assertion : request.assertions()) {
                    if (verifier.verify(assertion) instanceof Valid valid
                            && valid.signer().equals(Keys.EDITOR.certificate())) {
                        accepted++;
                        if (request.assertion(Kind.VIHF).isPresent()
                                && !meaning(request).equals(genuine)) {
                            escaped.add(mutated);
                        }
                    }
                }
            } catch (MessageException refused) {
                assertThat(refused.getMessage()).doesNotContain("\n");
            }
        }
        assertThat(escaped).isEmpty();
        assertThat(read).as("mutations that were still messages").isGreaterThan(MUTATIONS / 4);
        assertThat(accepted).as("harmless mutations").isPositive();
    }

    private static String mutate(Random random) {
        StringBuilder text = new StringBuilder(SOAP);
        int at = START + random.nextInt(END - START);
        switch (random.nextInt(6)) {
            case 0 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
            case 1 -> text.deleteCharAt(at);
            case 2 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            case 3 -> text.delete(at, Math.min(END, at + random.nextInt(60)));
            case 4 -> swapElements(text, random);
            default -> copyElement(text, random);
        }
        return text.toString();
    }

    private static List<String> elements() {
        return Stream.of(
                        "Issuer",
                        "NameID",
                        "Subject",
                        "AuthnStatement",
                        "Attribute",
                        "AttributeValue",
                        "AttributeStatement",
                        "Assertion")
                .map(name -> "saml2:" + name)
                .toList();
    }

    /** Exchanges two values between tags. */
    private static void swapElements(StringBuilder text, Random random) {
        String[] parts = text.substring(START, END).split("(?<=>)(?=[^<])|(?=</)");
        int one = random.nextInt(parts.length);
        int other = random.nextInt(parts.length);
        String kept = parts[one];
        parts[one] = parts[other];
        parts[other] = kept;
        text.replace(START, END, String.join("", parts));
    }

    /** Puts a copy of an element before or after another place where one may stand. */
    private static void copyElement(StringBuilder text, Random random) {
        String name = elements().get(random.nextInt(elements().size()));
        int from = text.indexOf("<" + name, START + random.nextInt(END - START));
        int to = text.indexOf("</" + name + ">", Math.max(from, 0)) + name.length() + 3;
        if (from < 0 || to < from) {
            return;
        }
        String copy = text.substring(from, to)
                .replace("899900000011", "899900000099")
                .replace("DEMO-HOM-0001", "DEMO-HOM-0009");
        if (random.nextBoolean()) {
            copy = copy.replace(Fictive.VIHF_ID, "_other");
        }
        int gap = text.indexOf("><", START + random.nextInt(END - START));
        text.insert(gap < 0 ? END : gap + 1, copy);
    }
}
