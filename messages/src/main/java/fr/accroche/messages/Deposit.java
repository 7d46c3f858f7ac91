package fr.accroche.messages;

import java.util.List;
import java.util.Objects;

/**
 * What TD2.1 submits (ITI-41): a lot of documents, that are new and in no folder (simplified).
 *
 * @param set the lot
 * @param documents at least one; the XAdES signature of the lot, where there is one, is a document among them and is not
 *     verified (simplified)
 */
public record Deposit(SubmissionSet set, List<XdsDocument> documents) {

    /** Beyond, who deposits should make several lots. */
    static final int MOST_DOCUMENTS = 10;

    public Deposit {
        Objects.requireNonNull(set, "set");
        documents = List.copyOf(documents);
    }

    /**
     * Reads a request in either form, within the limits of {@link BusinessRequest#parse(SoapMessage)} and with at most 10
     * documents. What is read is whole: each document has its metadata, and the hash and size in them, if any, fit.
     *
     * @throws MessageException if it is no such request
     * @throws XdsException if its metadata are incomplete or wrong; all that is wrong is in it
     */
    public static Deposit read(SoapMessage request) {
        return DepositReader.read(XopPackage.open(request));
    }
}
