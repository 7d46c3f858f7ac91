package fr.accroche.scenarios.door;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.IdNatStruct;
import fr.accroche.compliance.declaration.InvalidValueException;
import fr.accroche.scenarios.RunningChain;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.wire.Form;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.Questions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Certificates with their keys, as PKCS#12 (RFC 7292) under the password of all files here: {@code clientId} alone, the one that it
 * is to present; with {@code idNatStruct}, any other, made anew, as a wrong order brings it; {@code host}, one for a server.
 */
final class CertificateDoor {

    private static final List<String> NAMES = List.of("clientId", "idNatStruct", "host");
    private static final int LONGEST = 64; // X.520, commonName

    private CertificateDoor() {}

    static Response deliver(RunningChain chain, Request request) {
        try {
            return delivered(certificate(chain, Questions.of(request, NAMES)));
        } catch (InvalidValueException none) {
            return refused("idNatStruct is that of a structure, such as 1 and its nine FINESS characters");
        } catch (IllegalArgumentException wrong) {
            return refused(wrong.getMessage());
        }
    }

    private static HeldCertificate certificate(RunningChain chain, Form form) {
        Optional<String> clientId = form.first("clientId");
        Optional<String> structure = form.first("idNatStruct");
        Optional<String> host = form.first("host");
        if (clientId.isPresent() == host.isPresent() || host.isPresent() && structure.isPresent()) {
            throw new IllegalArgumentException("expected clientId, with or without idNatStruct, or host");
        }
        if (host.isPresent()) {
            return chain.issueServerCertificate(
                    fitting(host.get(), "[A-Za-z0-9.-]+", "host is a name or an IPv4 address"));
        }
        String name = fitting(clientId.orElseThrow(), "\\P{Cntrl}+", "clientId is a name");
        if (structure.isPresent()) {
            return chain.issueClientCertificate(name, new IdNatStruct(structure.get()));
        }
        if (chain.declaration().operation(name).isEmpty()) {
            throw new IllegalArgumentException("no such client_id is declared; any may be had with idNatStruct");
        }
        return chain.clientCertificate(name);
    }

    private static String fitting(String given, String form, String otherwise) {
        if (given.length() > LONGEST || !given.matches(form)) {
            throw new IllegalArgumentException(otherwise + " of at most " + LONGEST + " characters");
        }
        return given;
    }

    private static Response refused(String why) {
        return new Problem(400, why).response();
    }

    private static Response delivered(HeldCertificate held) {
        char[] password = WorkFolder.PASSWORD.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("accroche", held.key(), password, held.chain().toArray(X509Certificate[]::new));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store.store(file, password);
            return new Response(200, Headers.of("Content-Type", "application/x-pkcs12"), file.toByteArray())
                    .with("Cache-Control", "no-store");
        } catch (GeneralSecurityException | IOException lacking) {
            throw new IllegalStateException("this JDK cannot pack the certificate", lacking);
        }
    }
}
