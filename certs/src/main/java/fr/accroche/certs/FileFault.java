package fr.accroche.certs;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Files that are wrong on purpose, each for one reason (docs/sources.md, IGC-Santé samples): what they would be if they
 * were sound is the client certificate of {@link FaultBench#SOUND}, or the truststore of the test branch.
 */
public enum FileFault {
    /** One character of the CN is another. */
    COMMON_NAME("client", bench -> bench.issued(order -> order.withCommonName(bench.misspelt()))),
    OTHER_STRUCTURE("client", bench -> bench.issued(order -> order.withIdNatStruct("1990000002"))),
    /** Two SIRETs of one SIREN. */
    OTHER_ESTABLISHMENT("client", bench -> bench.issued(order -> order.withIdNatStruct(FaultBench.OTHER_SITE))),
    DIRECT_INSI("client", bench -> bench.issued(order -> order.withCommonName("INSI-AUTO"))),
    SERVER_CERTIFICATE(
            "client",
            bench -> bench.issued(
                    order -> order.withProfile(Profile.SERV_SSL).withNames(List.of("proxy.accroche.invalid")))),
    SEAL("client", bench -> bench.issued(order -> order.withProfile(Profile.ORG_SIGN))),
    CARD(
            "client",
            bench -> bench.issued(order -> order.withProfile(Profile.CPS_AUTH).withHolder(FaultBench.HOLDER))),
    /** Beside the client certificate, a seal of another name. */
    SEAL_OF_ANOTHER_NAME(bench -> bench.client(UnaryOperator.identity())
            .and(bench.client(
                    "cachet",
                    order -> order.withProfile(Profile.ORG_SIGN).withCommonName("cachet de " + order.commonName())))),
    OTHER_BRANCH("client", bench -> bench.issued(order -> order.withBranch(Branch.PRODUCTION))),
    /** A truststore with the root of the other branch. */
    UNKNOWN_ROOT(bench -> bench.server()
            .with("truststore.jks", bench.trusted("racine", bench.root(Branch.PRODUCTION)))
            .with("truststore.pem", Pem.encode(List.of(bench.root(Branch.PRODUCTION))))),
    LEAF_ALONE(bench -> bench.pem("client", bench.leafAlone())),
    INTERMEDIATE_AS_ANCHOR(bench ->
            bench.server().with("truststore.pem", Pem.encode(List.of(bench.intermediate(Branch.TEST))))),
    STORE_WITHOUT_CHAIN(bench -> bench.p12("client", bench.leafAlone(), Pkcs12Dialect.PLATFORM)),
    /** A PKCS#12 of certificates that Java does not see. */
    UNMARKED_TRUST(bench -> bench.none().with("truststore.p12", bench.unmarkedTrust())),
    OBSOLETE_CIPHER(bench -> bench.p12("client", bench.sound(), Pkcs12Dialect.LEGACY)),
    /** A MAC of RFC 9579. */
    RECENT_MAC(bench -> bench.none().secret("client.p12", bench.withRecentMac(bench.sound()))),
    WRONG_PASSWORD(bench -> bench.none().secret("client.p12", bench.underAnotherPassword(bench.sound()))),
    PASSWORD_OF_THE_KEY(bench -> bench.none().secret("client.jks", bench.keyUnderAnotherPassword(bench.sound()))),
    NO_KEY(bench -> bench.none()
            .with("client.jks", bench.trusted("client", bench.sound().certificate()))),
    UNNAMED_ENTRY(bench -> bench.p12("client", bench.sound(), Pkcs12Dialect.PLATFORM)),
    PEM_NAMED_P12(bench -> bench.none().secret("client.p12", bench.pemOfBoth(bench.sound()))),
    OTHER_KEY(bench -> bench.pem("client", bench.withKeyOf(bench.sound(), bench.sound()))),
    EXPIRED("client", bench -> bench.issued(order -> order.withValidity(bench.daysAway(-1096), bench.daysAway(-1)))),
    NOT_YET_VALID(
            "client", bench -> bench.issued(order -> order.withValidity(bench.daysAway(1), bench.daysAway(1096)))),
    /** The lists that say so are beside it. */
    REVOKED(bench -> bench.revoked(bench.sound())),
    SHORT_KEY("client", bench -> bench.onKeyOf(1024)),
    OTHER_HOST(bench -> bench.pem(
            "serveur",
            bench.issued(order -> order.withProfile(Profile.SERV_SSL).withNames(List.of("autre.accroche.invalid"))))),
    LEAF_AS_AUTHORITY("client", bench -> bench.signedByLeaf()),
    UNKNOWN_AUTHORITY("client", bench -> bench.ofAnotherIgc()),
    WRONG_SIGNATURE("client", bench -> bench.withWrongSignature(bench.sound())),
    NO_IDENTIFIER("client", bench -> bench.issued(order -> order.withIdNatStruct("ALPHA"))),
    CRITICAL_EXTENSION("client", bench -> bench.withCriticalExtension());

    private final Making making;

    private final Optional<Presenting> presenting;

    private interface Making {
        FaultBench.Files at(FaultBench bench);
    }

    private interface Presenting {
        HeldCertificate at(FaultBench bench);
    }

    FileFault(Making making) {
        this.making = making;
        this.presenting = Optional.empty();
    }

    /** A wrong certificate, which can be presented too; packed as any other. */
    FileFault(String name, Presenting presenting) {
        this.making = bench -> bench.held(name, presenting.at(bench));
        this.presenting = Optional.of(presenting);
    }

    /** What a client presents; empty where only its files are wrong. */
    Optional<HeldCertificate> present(FaultBench bench) {
        return presenting.map(made -> made.at(bench));
    }

    FaultBench.Files make(FaultBench bench) {
        return making.at(bench);
    }
}
