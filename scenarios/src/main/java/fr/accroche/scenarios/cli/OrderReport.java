package fr.accroche.scenarios.cli;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Delivery;
import fr.accroche.certs.Order;
import fr.accroche.certs.Pkcs12Dialect;
import fr.accroche.certs.Profile;
import fr.accroche.certs.SigningRequest;
import fr.accroche.certs.StructureIdentifier;
import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.report.certificate.CertificateWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What was ordered, for whom, and where it is; nothing of what is secret. */
final class OrderReport {

    static final Text PROXY_OPERATOR = Text.of("opérateur du proxy", "proxy operator");
    static final Text LPS_OPERATOR = Text.of("opérateur du LPS", "LPS operator");

    private static final Text CERTIFICATE = Text.of("certificat", "certificate");
    private static final Text KIND = Text.of("{0}, branche de {1}", "{0}, {1} branch");
    private static final Text TEST = Text.verbatim("test");
    private static final Text PRODUCTION = Text.verbatim("production");
    private static final Text STRUCTURE = Text.verbatim("structure");
    private static final Text SUBJECT = Text.of("sujet", "subject");
    private static final Text CUT = Text.of(
            "la raison sociale est coupée à 40 caractères, comme le fait la vraie plate-forme",
            "the raison sociale is cut at 40 characters, as the real platform does");
    private static final Text ISSUER = Text.of("émetteur", "issuer");
    private static final Text VALID = Text.of("valable", "valid");
    private static final Text DATES = Text.of("du {0} au {1}", "from {0} to {1}");
    private static final Text CHAIN = Text.of("chaîne PEM", "PEM chain");
    private static final Text KEY = Text.of("clé PEM", "PEM key");
    private static final Text DIALECT = Text.of("{0}  (dialecte {1})", "{0}  ({1} dialect)");
    private static final Text PASSWORD = Text.of("mot de passe", "password");
    private static final Text WRITTEN =
            Text.of("généré, écrit une seule fois dans {0}", "generated, written once in {0}");
    private static final Text WRITTEN_EACH = Text.of(
            "généré pour chacun, écrit une seule fois à côté (.password.txt)",
            "generated for each, written once beside it (.password.txt)");
    private static final Text GIVEN = Text.of("celui que vous avez donné", "the one that you gave");
    private static final Text REVOCATION = Text.of("révocation", "revocation");
    private static final Text CODE = Text.of("code dans {0}", "code in {0}");
    private static final Text OVERWRITTEN = Text.of(
            "le sujet de la demande ({0}) n'est pas repris : l'autorité y met celui de la commande, la clé seule vient de la"
                    + " demande",
            "the request's subject ({0}) is not taken: the authority puts the order's, only the key is the request's");
    private static final Text TRUST = Text.of("à reconnaître", "to trust");
    private static final Text TRUST_PASSWORD = Text.of("{0}  (mot de passe « {1} »)", "{0}  (password '{1}')");

    private static final Text TRUST_EACH = Text.of(
            "truststore-EL….pem, .p12 et .jks, à côté de chacun  (mot de passe « {0} »)",
            "truststore-EL….pem, .p12 and .jks, beside each  (password '{0}')");

    private final Console console;

    OrderReport(Console console) {
        this.console = console;
    }

    /**
     * One line of a table.
     *
     * @param order what was ordered
     * @param role the part of whoever it is for
     * @param actor whoever it is for
     * @param delivery where it is
     */
    record Row(Order order, Text role, Actor actor, Delivery delivery) {}

    void one(Order order, Delivery delivery, Pkcs12Dialect dialect) {
        Text branch = order.branch() == Branch.TEST ? TEST : PRODUCTION;
        line(CERTIFICATE, in(KIND.with(kind(order.profile()), branch)));
        line(
                STRUCTURE,
                order.idNatStruct()
                        + StructureIdentifier.read(order.idNatStruct())
                                .map(known -> "  " + in(CertificateWords.identifier(known)))
                                .orElse(""));
        line(Text.verbatim(""), order.organisation() + ", " + order.department());
        line(Text.verbatim("CN"), order.commonName());
        line(
                SUBJECT,
                SubjectName.of(delivery.certificate().getSubjectX500Principal()).toString());
        if (order.cutsOrganisation()) {
            line(Text.verbatim(""), in(CUT));
        }
        line(
                ISSUER,
                SubjectName.of(delivery.certificate().getIssuerX500Principal()).toString());
        line(VALID, in(DATES.with(order.notBefore(), order.notAfter())));
        delivery.keyed().ifPresent(keyed -> keyed(keyed, dialect));
        line(CHAIN, delivery.chain().toString());
        line(REVOCATION, in(CODE.with(delivery.revocation())));
        for (Path file : delivery.trust()) {
            boolean locked = !file.toString().endsWith(".pem");
            line(TRUST, locked ? in(TRUST_PASSWORD.with(file, WorkFolder.PASSWORD)) : file.toString());
        }
    }

    private void keyed(Delivery.Keyed keyed, Pkcs12Dialect dialect) {
        line(Text.verbatim("PKCS#12"), in(DIALECT.with(keyed.p12(), Choice.word(dialect))));
        line(Text.verbatim("JKS"), keyed.jks().toString());
        line(PASSWORD, in(keyed.password().map(WRITTEN::with).orElse(GIVEN)));
        line(KEY, keyed.key().toString());
    }

    void overwritten(SigningRequest request) {
        console.say(OVERWRITTEN.with(request.subject()));
    }

    void every(List<Row> rows) {
        boolean passwordGiven = rows.stream()
                .allMatch(row -> row.delivery().keyed().orElseThrow().password().isEmpty());
        int widest = widest(rows, row -> row.order().commonName());
        int widestName = widest(rows, row -> row.actor().name());
        for (Row row : rows) {
            print(String.format(
                    Locale.ROOT,
                    "%-12s  CN %-" + widest + "s  OU %-15s  %-18s  %-" + widestName + "s  %s",
                    kind(row.order().profile()),
                    row.order().commonName(),
                    row.order().idNatStruct(),
                    in(row.role()),
                    row.actor().name(),
                    row.delivery().keyed().orElseThrow().p12()));
        }
        console.out().println();
        line(PASSWORD, in(passwordGiven ? GIVEN : WRITTEN_EACH));
        line(TRUST, in(TRUST_EACH.with(WorkFolder.PASSWORD)));
    }

    private static int widest(List<Row> rows, Function<Row, String> column) {
        return Math.max(
                1,
                rows.stream().mapToInt(row -> column.apply(row).length()).max().orElse(1));
    }

    /** As the platform writes it: ORG AUTH_CLI. */
    private static String kind(Profile profile) {
        return profile.name().replaceFirst("_", " ");
    }

    private void line(Text name, String value) {
        print(String.format(Locale.ROOT, "%-13s %s", in(name), value));
    }

    private void print(String line) {
        console.out().println(Observed.plain(line));
    }

    private String in(Text text) {
        return text.in(console.language());
    }
}
