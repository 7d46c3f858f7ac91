package client;

import fr.cnamts.insirecsans.RECSANSVITALE;
import fr.cnamts.insiresultat.RESULTAT;
import fr.cnamts.webservice.Erreur;
import fr.cnamts.webservice.ICIRService;
import ihe.iti.xds_b._2007.RetrieveDocumentSetRequestType;
import ihe.iti.xds_b._2007.RetrieveDocumentSetResponseType;
import jakarta.xml.ws.WebServiceException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import oasis.names.tc.ebxml_regrep.xsd.query._3.AdhocQueryRequestType;
import oasis.names.tc.ebxml_regrep.xsd.query._3.AdhocQueryResponseType;
import oasis.names.tc.ebxml_regrep.xsd.query._3.ResponseOptionType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.AdhocQueryType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.ExtrinsicObjectType;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.ws.addressing.AttributedURIType;
import simulateur.dmp.registry._1_0.Registry;
import simulateur.dmp.repository._1_0.Repository;

/** A software's calls to INSi and the DMP through its proxy, with what CXF generates of docs/wsdl and nothing else. */
public final class Main {

    private final Ports ports = new Ports(env("PROXY"), env("COOKIE"));

    public static void main(String[] arguments) throws Exception {
        Main client = new Main();
        client.insi();
        client.dmp();
    }

    private static String env(String name) {
        return System.getenv(name);
    }

    private static void say(String what, Object value) {
        System.out.println(what + ": " + value);
    }

    /** WS_INS2. */
    private void insi() throws Exception {
        ICIRService port = ports.insi("urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite");
        RECSANSVITALE traits = new RECSANSVITALE();
        traits.setNomNaissance(env("BIRTH_NAME"));
        traits.getPrenom().add(env("FIRST_NAME"));
        traits.setSexe(env("SEX"));
        traits.setDateNaissance(env("BIRTH_DATE"));
        AttributedURIType messageId = new AttributedURIType();
        messageId.setValue("uuid:" + UUID.randomUUID());
        Blocks blocks = new Blocks(env("PERSON"));
        try {
            RESULTAT answer = port.rechercherInsAvecTraitsIdentite(
                    traits,
                    Blocks.security(env("ASSERTION_PS")),
                    blocks.lps(env("LPS_NAME"), env("LPS_VERSION"), env("IDAM")),
                    messageId,
                    blocks.bam());
            say("insi", answer.getCR().getCodeCR());
            say("ins", answer.getINDIVIDU().getINSACTIF().getIdIndividu().getNumIdentifiant());
        } catch (Erreur fault) {
            say(
                    "insi fault",
                    fault.getFaultInfo().getCode() + " " + fault.getFaultInfo().getSeverite());
            say(
                    "insi fault echoes",
                    messageId.getValue().equals(fault.getFaultInfo().getMessageID()));
        }
    }

    /** TD2.1, TD3.1, TD3.2. */
    private void dmp() throws Exception {
        Repository repository = ports.repository();
        try {
            deposit(repository);
            ExtrinsicObjectType entry = search(ports.registry());
            read(repository, entry);
        } catch (WebServiceException failed) {
            // Without an implementation of SAAJ, CXF has no SOAPFaultException to throw.
            SoapFault fault = (SoapFault) failed.getCause();
            say("dmp fault", fault.getSubCode().getLocalPart() + " " + fault.getMessage());
        }
    }

    private void deposit(Repository repository) throws Exception {
        byte[] content = Files.readAllBytes(Path.of(env("DOCUMENT")));
        Metadata metadata = new Metadata(env("PATIENT"), env("PERSON"), env("STRUCTURE"));
        say(
                "deposit",
                repository
                        .provideAndRegisterDocumentSet(metadata.deposit(content), Blocks.security(env("VIHF_DEPOSIT")))
                        .getStatus());
    }

    private ExtrinsicObjectType search(Registry registry) throws Exception {
        AdhocQueryType query = new AdhocQueryType();
        query.setId("urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d");
        query.getSlot().add(Metadata.slot("$XDSDocumentEntryPatientId", "'" + env("PATIENT") + "'"));
        query.getSlot()
                .add(Metadata.slot(
                        "$XDSDocumentEntryStatus", "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')"));
        ResponseOptionType option = new ResponseOptionType();
        option.setReturnType("LeafClass");
        option.setReturnComposedObjects(true);
        AdhocQueryRequestType request = new AdhocQueryRequestType();
        request.setResponseOption(option);
        request.setAdhocQuery(query);
        AdhocQueryResponseType answer = registry.registryStoredQuery(request, Blocks.security(env("VIHF_SEARCH")));
        say("search", answer.getStatus());
        say("found", answer.getRegistryObjectList().getIdentifiable().size());
        return (ExtrinsicObjectType)
                answer.getRegistryObjectList().getIdentifiable().get(0).getValue();
    }

    private void read(Repository repository, ExtrinsicObjectType entry) throws Exception {
        RetrieveDocumentSetRequestType.DocumentRequest wanted = new RetrieveDocumentSetRequestType.DocumentRequest();
        wanted.setRepositoryUniqueId(Metadata.slot(entry, "repositoryUniqueId"));
        wanted.setDocumentUniqueId(Metadata.uniqueId(entry));
        RetrieveDocumentSetRequestType request = new RetrieveDocumentSetRequestType();
        request.getDocumentRequest().add(wanted);
        RetrieveDocumentSetResponseType answer =
                repository.retrieveDocumentSet(request, Blocks.security(env("VIHF_READ")));
        say("read", answer.getRegistryResponse().getStatus());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = answer.getDocumentResponse().get(0).getDocument().getInputStream()) {
            in.transferTo(content);
        }
        say(
                "sha256",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.toByteArray())));
    }
}
