package fr.accroche.scenarios.cli;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A page of ours as a tree: what is not well-formed does not become one. */
record PageTree(Document document) {

    static PageTree of(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>", "")
                .replaceAll("<meta ([^>]*)>", "<meta $1/>")
                .replace("&nbsp;", "&#160;");
        return new PageTree(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.strip()))));
    }

    int count(String xpath) throws Exception {
        return ((Double) XPathFactory.newInstance()
                        .newXPath()
                        .evaluate("count(" + xpath + ")", document, XPathConstants.NUMBER))
                .intValue();
    }
}
