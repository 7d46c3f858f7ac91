package fr.accroche.messages;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** Whom a body is about, in the bodies that are understood here: TD0.2, TD2.1, TD3.1, WS_INS1, WS_INS2. */
final class PatientReader {

    private static final String PATIENT_SLOT = "$XDSDocumentEntryPatientId";

    private PatientReader() {}

    static Optional<Patient> read(Element payload) {
        QName name = Dom.name(payload);
        if (name.equals(InsiRequest.BODY)) {
            return Optional.of(traits(payload));
        }
        if (name.equals(InsiCardRequest.BODY)) {
            return Optional.of(card(payload));
        }
        if (name.equals(DmpRequest.BODY)) {
            return only(payload, "controlActProcess")
                    .flatMap(process -> only(process, "queryByParameter"))
                    .flatMap(query -> only(query, "parameterList"))
                    .flatMap(list -> only(list, "patientIdentifier"))
                    .flatMap(identifier -> only(identifier, "value"))
                    .flatMap(value -> ins(value, "extension", "root"));
        }
        if (name.equals(SearchRequest.BODY)) {
            return Dom.only(payload, Namespaces.REGISTRY, "AdhocQuery").flatMap(PatientReader::ofSlot);
        }
        if (name.equals(DepositRequest.BODY)) {
            return Dom.only(payload, Namespaces.REGISTRY_LIFECYCLE, "SubmitObjectsRequest")
                    .flatMap(submission -> Dom.only(submission, Namespaces.REGISTRY, "RegistryObjectList"))
                    .flatMap(list -> Dom.children(list, Namespaces.REGISTRY, "RegistryPackage").stream()
                            .findFirst())
                    .flatMap(PatientReader::ofLot);
        }
        return Optional.empty();
    }

    /** Whose the lot is; {@link Deposit#read} wants the same patient of its documents. */
    private static Optional<Patient> ofLot(Element set) {
        return Dom.children(set, Namespaces.REGISTRY, "ExternalIdentifier").stream()
                .filter(each -> RegistryObject.has(each, "identificationScheme", XdsSchemes.SET_PATIENT))
                .findFirst()
                .flatMap(each -> Dom.attribute(each, "value"))
                .flatMap(Ins::ofCx);
    }

    /**
     * Read as {@link DocumentQuery#read} reads it, in parentheses or not: or else a VIHF could be judged by one patient, and the
     * answer be of another. A string that lacks its quotes is read too.
     */
    private static Optional<Patient> ofSlot(Element query) {
        List<String> values = RegistryObject.slotValues(query, PATIENT_SLOT);
        List<String> quoted = values.stream().flatMap(QueryReader::stringsIn).toList();
        List<String> named = values.size() > 1 || quoted.isEmpty() ? values : quoted;
        if (named.size() > 1) {
            throw new MessageException("the query names " + named.size() + " patients, expected one");
        }
        return named.stream().findFirst().flatMap(Ins::ofCx);
    }

    private static Optional<Element> only(Element parent, String hl7Name) {
        return Dom.only(parent, Namespaces.HL7, hl7Name);
    }

    private static Optional<Patient> ins(Element element, String value, String oid) {
        return Dom.attribute(element, value)
                .flatMap(number -> Dom.attribute(element, oid).map(root -> new Ins(number, root)));
    }

    private static Traits traits(Element payload) {
        return new Traits(
                Dom.text(payload, Namespaces.INSI_TRAITS, "NomNaissance"),
                Dom.children(payload, Namespaces.INSI_TRAITS, "Prenom").stream()
                        .map(Dom::text)
                        .toList(),
                Dom.text(payload, Namespaces.INSI_TRAITS, "Sexe"),
                Dom.text(payload, Namespaces.INSI_TRAITS, "DateNaissance"),
                Dom.text(payload, Namespaces.INSI_TRAITS, "LieuNaissance"));
    }

    private static VitaleCard card(Element payload) {
        return new VitaleCard(
                Dom.only(payload, Namespaces.INSI_VITALE, "MatriculeIndividu").map(PatientReader::matricule),
                Dom.only(payload, Namespaces.INSI_VITALE, "MatriculeOD").map(PatientReader::matricule),
                Dom.text(payload, Namespaces.INSI_VITALE, "NomNaissance"),
                Dom.text(payload, Namespaces.INSI_VITALE, "DateNaissance"),
                Dom.text(payload, Namespaces.INSI_VITALE, "RangNaissance"));
    }

    private static VitaleCard.Matricule matricule(Element element) {
        return new VitaleCard.Matricule(
                Dom.text(element, Namespaces.INSI_VITALE, "NumIdentifiant"),
                Dom.text(element, Namespaces.INSI_VITALE, "Cle"),
                Dom.text(element, Namespaces.INSI_VITALE, "TypeMatricule"));
    }
}
