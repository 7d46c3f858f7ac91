package client;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.parsers.DocumentBuilderFactory;
import org.oasis_open.docs.wss._2004._01.oasis_200401_wss_wssecurity_secext_1_0.Security;
import siram.bam.ctxbam.ContexteBAM;
import siram.bam.ctxbam.Coverage;
import siram.lps.ctxlps.Authorization;
import siram.lps.ctxlps.ContexteLPS;
import siram.lps.ctxlps.Software;

/** Header blocks. */
final class Blocks {

    private final String person;

    Blocks(String person) {
        this.person = person;
    }

    /** An assertion as whoever made it wrote it. */
    static Security security(String file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Security security = new Security();
        security.getAny()
                .add(factory.newDocumentBuilder().parse(Path.of(file).toFile()).getDocumentElement());
        return security;
    }

    ContexteLPS lps(String name, String version, String number) throws DatatypeConfigurationException {
        Authorization idam = new Authorization();
        idam.setValue(number);
        idam.setR("4");
        Software software = new Software();
        software.setIDAM(idam);
        software.setVersion(version);
        software.setInstance(UUID.randomUUID().toString());
        software.setNom(name);
        ContexteLPS block = new ContexteLPS();
        block.setNature("CTXLPS");
        block.setVersion("01_00");
        block.setId(UUID.randomUUID().toString());
        block.setTemps(now());
        block.setEmetteur(person);
        block.setLPS(software);
        return block;
    }

    ContexteBAM bam() throws DatatypeConfigurationException {
        ContexteBAM block = new ContexteBAM();
        block.setVersion("01_02");
        block.setId(UUID.randomUUID().toString());
        block.setTemps(now());
        block.setEmetteur(person);
        block.setCOUVERTURE(new Coverage());
        return block;
    }

    private static XMLGregorianCalendar now() throws DatatypeConfigurationException {
        return DatatypeFactory.newInstance()
                .newXMLGregorianCalendar(ZonedDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
    }
}
