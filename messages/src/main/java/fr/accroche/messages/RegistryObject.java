package fr.accroche.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * An object of an ebXML registry as it was received. What it lacks goes to a list, so that one reading finds all of it; what stands
 * in its place then is empty and is not to be used.
 *
 * @param element the object
 * @param kind what it is, for the errors
 * @param errors what was found wrong so far
 */
record RegistryObject(Element element, String kind, List<XdsError> errors) {

    /** Of one value. The metadata are kept as long as the document: they may not be as large. */
    static final int LONGEST = 1_000;

    private static final int MOST_VALUES = 10;

    String id() {
        return required(Dom.attribute(element, "id"), "id");
    }

    Optional<String> slot(String name) {
        return slot(element, name);
    }

    String requiredSlot(String name) {
        return required(slot(name), name);
    }

    /** Name, in whichever language. */
    String title() {
        return required(Optional.of(label(element)).filter(text -> !text.isBlank()), "title");
    }

    CodedValue code(String scheme, String attribute) {
        List<CodedValue> found = codes(scheme, attribute);
        if (found.size() > 1) {
            wrong(attribute + " is given " + found.size() + " times, expected once");
        }
        return found.get(0);
    }

    /** At least one, if only an empty one. */
    List<CodedValue> codes(String scheme, String attribute) {
        List<CodedValue> found = classifications(scheme).stream()
                .map(element -> new CodedValue(
                        bounded(Dom.attribute(element, "nodeRepresentation").orElse(""), attribute),
                        slot(element, "codingScheme").orElse(""),
                        bounded(label(element), attribute)))
                .toList();
        boolean whole = found.stream()
                .noneMatch(code -> code.code().isBlank() || code.codeSystem().isBlank());
        if (found.isEmpty() || !whole) {
            wrong(attribute + " is missing, or lacks its code or its codingScheme");
        }
        return found.isEmpty() ? List.of(new CodedValue("", "", "")) : found;
    }

    XdsAuthor author(String scheme) {
        List<Element> found = classifications(scheme);
        if (found.size() != 1) {
            wrong("author is there " + found.size() + " times, expected once");
            return nobody();
        }
        Element author = found.get(0);
        Optional<XdsPerson> person = slot(author, "authorPerson").flatMap(XdsPerson::ofXcn);
        Optional<XdsInstitution> institution = slot(author, "authorInstitution").flatMap(XdsInstitution::ofXon);
        if (person.isEmpty()) {
            wrong("authorPerson lacks, or its identifier, family name or given name does");
        }
        if (institution.isEmpty()) {
            wrong("authorInstitution lacks, or its name or identifier does");
        }
        return new XdsAuthor(
                person.orElse(nobody().person()),
                slot(author, "authorSpecialty"),
                institution.orElse(nobody().institution()));
    }

    private static XdsAuthor nobody() {
        return new XdsAuthor(new XdsPerson("", "", ""), Optional.empty(), new XdsInstitution("", ""));
    }

    /** ExternalIdentifier of this scheme. */
    String identifier(String scheme, String attribute) {
        List<Element> found = Dom.children(element, Namespaces.REGISTRY, "ExternalIdentifier").stream()
                .filter(each -> has(each, "identificationScheme", scheme))
                .toList();
        if (found.size() > 1) {
            wrong(attribute + " is given " + found.size() + " times, expected once");
        }
        return required(found.stream().findFirst().flatMap(each -> Dom.attribute(each, "value")), attribute);
    }

    /** The INS that such an identifier holds. */
    Ins patient(String scheme) {
        return Ins.ofCx(identifier(scheme, "patientId")).orElseGet(() -> {
            wrong("patientId is not of the form INS^^^&OID&ISO^NH");
            return new Ins("", "");
        });
    }

    void wrong(String what) {
        errors.add(XdsError.of(XdsError.Code.REPOSITORY_METADATA_ERROR, kind + ": " + what));
    }

    private String required(Optional<String> value, String attribute) {
        if (value.filter(text -> !text.isBlank()).isEmpty()) {
            wrong(attribute + " is missing");
        }
        return bounded(value.orElse(""), attribute);
    }

    private String bounded(String value, String attribute) {
        if (value.length() > LONGEST) {
            wrong(attribute + " is longer than " + LONGEST + " characters");
            return value.substring(0, LONGEST);
        }
        return value;
    }

    private List<Element> classifications(String scheme) {
        List<Element> found = Dom.children(element, Namespaces.REGISTRY, "Classification").stream()
                .filter(each -> has(each, "classificationScheme", scheme))
                .toList();
        if (found.size() > MOST_VALUES) {
            wrong("a classification is given more than " + MOST_VALUES + " times");
            return found.subList(0, MOST_VALUES);
        }
        return found;
    }

    private Optional<String> slot(Element parent, String name) {
        List<String> values = slotValues(parent, name);
        if (values.size() > 1) {
            wrong(name + " has " + values.size() + " values, expected one");
        }
        return values.stream().findFirst().map(value -> bounded(value, name));
    }

    /** The values of the slots of this name. */
    static List<String> slotValues(Element parent, String name) {
        List<String> values = new ArrayList<>();
        for (Element slot : Dom.children(parent, Namespaces.REGISTRY, "Slot")) {
            if (has(slot, "name", name)) {
                Dom.only(slot, Namespaces.REGISTRY, "ValueList")
                        .map(list -> Dom.children(list, Namespaces.REGISTRY, "Value"))
                        .orElse(List.of())
                        .forEach(value -> values.add(Dom.text(value)));
            }
        }
        return values;
    }

    private static String label(Element parent) {
        return Dom.only(parent, Namespaces.REGISTRY, "Name")
                .flatMap(name -> Dom.children(name, Namespaces.REGISTRY, "LocalizedString").stream()
                        .findFirst())
                .flatMap(text -> Dom.attribute(text, "value"))
                .orElse("");
    }

    static boolean has(Element element, String attribute, String value) {
        return Dom.attribute(element, attribute).filter(value::equals).isPresent();
    }
}
