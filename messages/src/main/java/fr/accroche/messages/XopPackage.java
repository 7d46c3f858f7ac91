package fr.accroche.messages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a message holds: its XML, and the attachments that this names (XOP §3.2). Nothing outside the message is ever looked at.
 */
final class XopPackage {

    private static final String ROOT_TYPE = "application/xop+xml";
    private static final String CID = "cid:";

    private final Document document;
    private final Map<String, MimePart> attachments;
    private final Set<String> taken = new HashSet<>();

    private XopPackage(Document document, Map<String, MimePart> attachments) {
        this.document = document;
        this.attachments = attachments;
    }

    /**
     * Opens a message of whichever form.
     *
     * @throws MessageException if it is neither XML nor such a package
     */
    static XopPackage open(SoapMessage message) {
        return message.packaged()
                ? unpack(MediaType.parse(message.contentType()), message.bytes())
                : new XopPackage(SafeXml.parse(message.bytes()), Map.of());
    }

    private static XopPackage unpack(MediaType type, byte[] body) {
        if (!type.type().equals("multipart/related")) {
            throw new MessageException("the media type is " + type.type() + ", expected multipart/related");
        }
        type.parameter("type").filter(root -> !root.equalsIgnoreCase(ROOT_TYPE)).ifPresent(other -> {
            throw new MessageException("the package's type is not " + ROOT_TYPE + ": XOP 4.1");
        });
        List<MimePart> parts = MimeReader.read(type, body);
        MimePart root = root(type, parts);
        if (!root.type().type().equals(ROOT_TYPE)) {
            throw new MessageException("the root part is " + root.type().type() + ", expected " + ROOT_TYPE);
        }
        Map<String, MimePart> attachments = new HashMap<>();
        parts.stream()
                .filter(part -> part != root)
                .forEach(part -> part.id().ifPresent(id -> attachments.put(id, part)));
        XopPackage opened = new XopPackage(SafeXml.parse(root.content()), attachments);
        opened.requireIncludesInDocuments();
        return opened;
    }

    /** RFC 2387 §3.2: the part that start names, or else the first. */
    private static MimePart root(MediaType type, List<MimePart> parts) {
        Optional<String> start = type.parameter("start").map(MimeReader::unbracketed);
        return start.isEmpty()
                ? parts.get(0)
                : parts.stream()
                        .filter(part -> part.id().equals(start))
                        .findFirst()
                        .orElseThrow(() -> new MessageException("no part is the one that start names"));
    }

    /**
     * An include stands for the text of its parent. Elsewhere than in a document of XDS, above all in an assertion, a reader that
     * resolves it and one that does not would see two messages.
     */
    private void requireIncludesInDocuments() {
        Dom.each(document.getDocumentElement(), element -> {
            if (Dom.is(element, Namespaces.XOP, "Include")
                    && !Dom.is((Element) element.getParentNode(), Namespaces.XDSB, "Document")) {
                throw new MessageException("an xop:Include stands elsewhere than in a Document");
            }
        });
    }

    Document document() {
        return document;
    }

    /**
     * The bytes that an element stands for: an attachment that it includes, or the base64 in it.
     *
     * @throws MessageException if it names what is no attachment of this message, or one that another element took; or holds no
     *     base64
     */
    byte[] content(Element element) {
        List<Element> inside = Dom.children(element);
        if (inside.isEmpty()) {
            return base64(Dom.text(element));
        }
        if (inside.size() != 1
                || !Dom.is(inside.get(0), Namespaces.XOP, "Include")
                || !element.getTextContent().isBlank()) {
            throw new MessageException(
                    "<" + element.getLocalName() + "> must hold base64, or one xop:Include and nothing else");
        }
        String href = Dom.attribute(inside.get(0), "href").orElse("");
        if (!href.startsWith(CID)) {
            throw new MessageException("an xop:Include names something else than a part of the message: RFC 2392");
        }
        String id = decoded(href.substring(CID.length()));
        MimePart part = attachments.get(id);
        if (part == null || !taken.add(id)) {
            throw new MessageException(
                    part == null
                            ? "an xop:Include names a part that is not in the message"
                            : "two xop:Include name the same part");
        }
        return part.content();
    }

    /** RFC 2392 §2: percent-encoded as URLs are, where a plus is a plus. */
    private static String decoded(String cid) {
        try {
            return URLDecoder.decode(cid.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MessageException("the href of an xop:Include is no URL: RFC 2392");
        }
    }

    private static byte[] base64(String text) {
        String digits = text.replaceAll("[ \t\r\n]+", "");
        if (digits.length() % 4 != 0) {
            throw new MessageException("a document is no base64, or cut short: XML Schema Part 2 3.2.16");
        }
        try {
            return Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException e) {
            throw new MessageException("a document is no base64, or cut short: XML Schema Part 2 3.2.16");
        }
    }
}
