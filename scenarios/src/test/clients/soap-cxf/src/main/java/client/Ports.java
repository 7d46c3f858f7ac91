package client;

import fr.cnamts.webservice.ICIRService;
import fr.cnamts.webservice.ICIRV1;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.MTOMFeature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.cxf.headers.Header;
import org.apache.cxf.jaxb.JAXBDataBinding;
import simulateur.dmp.registry._1_0.DmpRegistry;
import simulateur.dmp.registry._1_0.Registry;
import simulateur.dmp.repository._1_0.DmpRepository;
import simulateur.dmp.repository._1_0.Repository;

/** The generated ports, turned to the proxy within its session. */
final class Ports {

    private static final QName ACTION = new QName("http://www.w3.org/2005/08/addressing", "Action");

    private final String proxy;
    private final String cookie;

    Ports(String proxy, String cookie) {
        this.proxy = proxy;
        this.cookie = cookie;
    }

    /** INSi has wsa:MessageID of its own: CXF's addressing would write a second one, so the action is a header put in here. */
    ICIRService insi(String action) throws Exception {
        ICIRService port = new ICIRV1().getICIRService();
        Map<String, Object> context = turned(port, "/send/insi/lps");
        Header header = new Header(ACTION, action, new JAXBDataBinding(String.class));
        context.put(Header.HEADER_LIST, new ArrayList<>(List.of(header)));
        return port;
    }

    Repository repository() {
        Repository port = new DmpRepository().getRepository(new MTOMFeature());
        turned(port, "/send/dmp/repository");
        return port;
    }

    Registry registry() {
        Registry port = new DmpRegistry().getRegistry();
        turned(port, "/send/dmp/registry");
        return port;
    }

    private Map<String, Object> turned(Object port, String path) {
        Map<String, Object> context = ((BindingProvider) port).getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, proxy + path);
        context.put(MessageContext.HTTP_REQUEST_HEADERS, new HashMap<>(Map.of("Cookie", List.of(cookie))));
        return context;
    }
}
