package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Ports;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/**
 * {@code --bind ADDRESS --host NAME --published-ports BASE}: for whom a chain listens that is not on this machine, and how they
 * call it.
 */
final class ReachOptions {

    private static final Text NO_ADDRESS = Text.of(
            "--bind {0} : l'adresse d'une interface de cette machine est attendue, ou 0.0.0.0 pour toutes",
            "--bind {0}: the address of one of this machine's interfaces is expected, or 0.0.0.0 for all");
    private static final Text NO_HOST = Text.of(
            "--host {0} : un nom de machine est attendu, par exemple accroche.test, ou une adresse IPv4",
            "--host {0}: a host name is expected, for example accroche.test, or an IPv4 address");

    private static final Text NO_PORTS = Text.of(
            "--published-ports {0} : un bloc commence entre 1 et {1}, par exemple 20440",
            "--published-ports {0}: a block starts between 1 and {1}, for example 20440");

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern ADDRESS =
            Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    /** RFC 1123 §2.1, in lower case or upper, without a last dot. */
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");

    @Option(names = "--bind", paramLabel = "ADDRESS", descriptionKey = "bind")
    private String address;

    @Option(names = "--host", paramLabel = "NAME", descriptionKey = "host", split = ",")
    private List<String> hosts = List.of();

    @Option(names = "--published-ports", paramLabel = "BASE", descriptionKey = "published-ports")
    private Integer published;

    /** These ports, where and under the names and numbers that were asked for. */
    Ports applied(Ports listening) {
        Ports ports = published == null ? listening : published(listening);
        Ports called = hosts.isEmpty()
                ? ports
                : ports.called(hosts.stream().map(ReachOptions::host).toList());
        return address == null ? called : called.on(bound());
    }

    private Ports published(Ports listening) {
        try {
            return listening.publishedFrom(published);
        } catch (IllegalArgumentException wrong) {
            throw UserException.usage(NO_PORTS.with(published, Ports.LAST_BASE));
        }
    }

    /** Of a literal only: a name would be looked up, and might lead elsewhere tomorrow. */
    private InetAddress bound() {
        try {
            if (ADDRESS.matcher(address).matches()) {
                return InetAddress.getByName(address);
            }
        } catch (UnknownHostException noAddress) {
            // as one that is not written as an address
        }
        throw UserException.usage(NO_ADDRESS.with(address));
    }

    private static String host(String text) {
        if (!HOST.matcher(text).matches()) {
            throw UserException.usage(NO_HOST.with(text));
        }
        return text;
    }
}
