package fr.accroche.scenarios.load;

/** What {@link LoadPage} says around its figures, in both languages. */
final class LoadWords {

    static final String FIGURES = """
            What an LPS sends through the proxy: mTLS from the load generator, a session and its cookie, mTLS to the stand-in of a téléservice,
            and the bearer of the session added. Beside it, in the same run and in turns, nginx with the same certificates, the same TLS
            version and suite on both sides, that adds the very same bearer, without session or journal. POST is a body and an answer of that size, GET
            the answer alone. The stand-in of both is one more nginx that answers with a file, the load generator a JVM on Netty: both share
            the two cores with the proxy that is measured, so that requests per second are those of the whole machine; the CPU time of the
            proxy's process for each answer (proc(5)) is the steadiest figure. Connections are kept alive; their handshakes are done before a
            round begins, and not in the figures. Each wrong answer would have ended the run. ·
            Ce qu'un LPS envoie à travers le proxy : mTLS depuis le générateur de charge, une session et son cookie, mTLS vers un téléservice de
            remplacement, et le jeton de la session ajouté. À côté, dans la même exécution et à tour de rôle, nginx avec les mêmes certificats,
            les mêmes version et suite TLS des deux côtés, qui ajoute exactement le même jeton, sans session ni journal. POST, c'est un corps et une
            réponse de cette taille ; GET, la réponse seule. Le téléservice de remplacement est, pour les deux, un autre nginx qui répond par un
            fichier ; le générateur, une JVM avec Netty : tous deux partagent les deux cœurs avec le proxy mesuré, et les requêtes par seconde
            sont donc celles de toute la machine ; le temps CPU du processus du proxy par réponse (proc(5)) est la mesure la plus stable. Les
            connexions restent ouvertes ; leurs négociations précèdent chaque manche et ne sont pas comptées. Toute réponse fausse aurait mis
            fin à l'exécution.
            """;

    static final String COMMAND = """
            ```console
            $ apt-get install nginx-light
            $ mvn -B -q -pl scenarios -am test -Dtest=ProxyLoad -Dsurefire.failIfNoSpecifiedTests=false -Daccroche.write=true
            ```

            `-Daccroche.connections=64 -Daccroche.seconds=10 -Daccroche.rounds=5` change the load; `-Daccroche.profile.java=JAVA_HOME` takes another
            JDK for the profile, best 25 or newer. · `-Daccroche.connections=64 -Daccroche.seconds=10 -Daccroche.rounds=5` changent la charge ;
            `-Daccroche.profile.java=JAVA_HOME` prend un autre JDK pour le profil, de préférence 25 ou plus récent.
            """;

    static final String PROFILE = """
            Where the proxy's CPU time goes, in microseconds for each answer, from one more round that JFR records; the garbage collector's and
            the compiler's are those that Linux counts. ·
            Où va le temps CPU du proxy, en microsecondes par réponse, d'après une manche de plus enregistrée par JFR ; ceux du ramasse-miettes
            et du compilateur sont ceux que Linux compte.
            """;

    static final String BY_CPU_TIME = """
            Samples are of CPU time (jdk.CPUTimeSample, JEP 509), every 10 ms of it: a system call is a part of the socket that it is about. ·
            Les échantillons sont du temps CPU (jdk.CPUTimeSample, JEP 509), un par 10 ms : un appel système compte avec sa socket.
            """;

    static final String BY_TIME = """
            Samples are jdk.ExecutionSample, every 10 ms: it sees threads that run Java, no system call, and loses a stack that it cannot walk,
            as within compiled AES-GCM and SHA-256, so that TLS and digests are under-counted; the kernel's time is what Linux counts. ·
            Les échantillons sont jdk.ExecutionSample, toutes les 10 ms : il voit les fils qui exécutent du Java, aucun appel système, et perd
            une pile qu'il ne sait pas parcourir, comme dans AES-GCM et SHA-256 compilés, de sorte que TLS et les empreintes sont
            sous-estimés ; le temps du noyau est celui que Linux compte.
            """;

    private LoadWords() {}
}
