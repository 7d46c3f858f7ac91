package fr.accroche.compliance.cause;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of cause: one explicit list, in the order in which they take their symptoms. */
final class Recognisers {

    /** Those that explain several rules at once come first; what nothing is known of, last. */
    static final List<Recogniser> ALL = Stream.of(
                    List.of(
                            new CertificateIsUnsound(),
                            new ClientIdMistyped(),
                            new ExchangeUnreadable(),
                            new CertificateOfAnotherClient(),
                            new TokenOfAnotherClient(),
                            new StructureOfAnother(),
                            new NumberOfAnother(),
                            new NumberMissing(),
                            new AssertionOutOfPlace(),
                            new CredentialCallIncomplete(),
                            new BranchOfAnother(),
                            new ProxyOfAnotherMode(),
                            new BodyWasChanged()),
                    RegisterRefuses.ALL,
                    TokenSigns.ALL,
                    CredentialSigns.ALL,
                    RequestSigns.ALL,
                    VariantSigns.ALL,
                    AssertionSigns.ALL,
                    VihfSigns.ALL,
                    List.<Recogniser>of(new FromTheCard()))
            .<Recogniser>flatMap(List::stream)
            .toList();

    private Recognisers() {}
}
