package fr.accroche.scenarios.configuration;

import fr.accroche.certs.LikelyProfile;

/** Those that a ready configuration is written for, each in its part. */
public enum Program {
    CURL("curl.sh", Syntax.SHELL),
    JAVA("ClientExample.java", Syntax.STRING_LITERAL),
    NODE("client.mjs", Syntax.STRING_LITERAL),
    DOTNET("Program.cs", Syntax.STRING_LITERAL),
    NGINX_CLIENT("nginx-client.conf", Syntax.NGINX),
    NGINX_SERVER("nginx-server.conf", Syntax.NGINX),
    HAPROXY_CLIENT("haproxy-client.cfg", Syntax.HAPROXY),
    HAPROXY_SERVER("haproxy-server.cfg", Syntax.HAPROXY);

    private final String file;
    private final Syntax syntax;

    Program(String file, Syntax syntax) {
        this.file = file;
        this.syntax = syntax;
    }

    /** What the configuration is usually saved as; the name of its template too. */
    public String file() {
        return file;
    }

    Syntax syntax() {
        return syntax;
    }

    /** Whether it presents the certificate to a service. */
    public boolean calls() {
        return this != NGINX_SERVER && this != HAPROXY_SERVER;
    }

    /** Whether it listens itself. */
    public boolean listens() {
        return syntax == Syntax.NGINX || syntax == Syntax.HAPROXY;
    }

    /** What its certificate is to be. */
    public LikelyProfile profile() {
        return calls() ? LikelyProfile.ORG_AUTH_CLI : LikelyProfile.SERV_SSL;
    }
}
