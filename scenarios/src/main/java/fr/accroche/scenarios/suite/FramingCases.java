package fr.accroche.scenarios.suite;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import java.util.List;

/** A business request passes through: however its body is framed. */
final class FramingCases {

    /** More than one chunk of {@link fr.accroche.wire.WireClient}. */
    private static final int SEVERAL_CHUNKS = 300 * 1024;

    private FramingCases() {}

    static List<ProxyCase> all() {
        return List.of(chunks());
    }

    private static ProxyCase chunks() {
        return ProxyCase.violation(
                        "send-passes-chunks",
                        Text.of(
                                "Un corps envoyé par morceaux, sans Content-Length, passe sans changer.",
                                "A body sent in chunks, without Content-Length, passes unchanged."),
                        new Story(
                                Text.of(
                                        "POST de 300 Kio d'octets quelconques, Transfer-Encoding: chunked, en plusieurs morceaux.",
                                        "POST of 300 KiB of any bytes, Transfer-Encoding: chunked, in several chunks."),
                                Text.of(
                                        "Le téléservice reçoit les mêmes octets, par morceaux ou non.",
                                        "The téléservice gets the same bytes, in chunks or not."),
                                Text.of(
                                        "Lire le corps jusqu'au dernier morceau, sans attendre de Content-Length ; relayer ses octets avec leur longueur, ou par morceaux.",
                                        "Read the body up to its last chunk, without waiting for a Content-Length; relay its bytes with their length, or in chunks.")),
                        Citation.standard("RFC 9112 §6.3, §7.1"),
                        scene -> {
                            scene.onlyPassePlat();
                            byte[] body = new byte[SEVERAL_CHUNKS];
                            scene.stand().around().random().nextBytes(body);
                            Live session = scene.session().streaming();
                            scene.send(session, scene.service(), "", body, "Content-Type", "application/octet-stream");
                            SendCases.sameBytes(scene, scene.service());
                        })
                .because(Text.of(
                        "HTTP/1.1 l'impose à tout destinataire ; bien des clients SOAP envoient ainsi les gros documents.",
                        "HTTP/1.1 asks it of every recipient; many SOAP clients send large documents so."));
    }
}
