package fr.accroche.messages;

/** What {@link WrappingPage} says around its tables. */
final class WrappingWords {
    static final String HEAD = """
            # Signature wrapping · L'enveloppement de signature

            Generated from the tests; one fails when it is stale. An assertion is worth something if what is read is what was signed.
            Here are %1$d ways to have the two differ, of the literature, of advisories and of the standards' corners. `WrappingTest`
            builds each on a signed VIHF and on a signed Assertion PS, with the SignatureValue right wherever an attacker could have had
            it made, and puts it through the doors that the téléservices use, `BusinessRequest.parse` and `SignatureVerifier.verify`. None
            is taken for the signer's with another meaning. They fail for four reasons: what is verified is the very element that was
            read; of two elements, identifiers or attributes that could each be meant, none is taken; only one shape of signature is let
            through to cryptography, whoever made it; and there is one parser, which knows no DTD. ·
            Page produite à partir des tests ; l'un d'eux échoue quand elle n'est plus à jour. Une assertion vaut quelque chose si ce qui
            est lu est ce qui a été signé. Voici %1$d façons de faire différer les deux, de la littérature, des alertes et des recoins des
            normes. `WrappingTest` construit chacune sur un VIHF signé et sur une Assertion PS signée, avec une SignatureValue juste
            partout où un attaquant aurait pu l'obtenir, et la passe par les portes qu'emploient les téléservices,
            `BusinessRequest.parse` et `SignatureVerifier.verify`. Aucune n'est prise pour celle du signataire avec un autre sens. Elles
            échouent pour quatre raisons : ce qui est vérifié est l'élément même qui a été lu ; de deux éléments, identifiants ou attributs
            possibles, aucun n'est pris ; une seule forme de signature parvient à la cryptographie, quel qu'en soit l'auteur ; et il n'y a
            qu'un analyseur, qui ne connaît pas de DTD.

            Whose key it was is judged elsewhere: `Valid` names the certificate, and the judge of `certs` says whether its authority is
            known and its profile fit ([path validation](path-validation.md)). `+1` counts assertions out of wsse:Security: the téléservices
            refuse for them too (LPS-04), even where the one that is read is sound. An Assertion PS need not be signed in PSC mode; for it
            `ABSENT` is no refusal, and trust comes from the token and mTLS. ·
            À qui était la clé se juge ailleurs : `Valid` nomme le certificat, et le juge de `certs` dit si son autorité est connue et son
            profil convenable ([validation des chemins](path-validation.md)). `+1` compte les assertions hors de wsse:Security : les
            téléservices refusent aussi pour elles (LPS-04), même quand celle qui est lue est saine. En mode PSC, une Assertion PS n'a pas
            à être signée ; pour elle `ABSENT` n'est pas un refus, et la confiance vient du jeton et du mTLS.

            """;

    static final String LIMITS = """

            ## Messages that are to exhaust or to spy · Messages faits pour épuiser ou pour espionner

            `HostileXmlTest` and `HostileSignatureTest`, by the same doors, each within a bound of time: external entities and DTDs
            (nothing is fetched), entity expansion, more than %1$d MiB, more than %2$d levels (10,000, closed or not), more than %3$d
            elements and attributes, more than %4$d attributes on one element, an attribute of more than %5$d characters (1 MB), the
            same in the signature, two thousand elements in an assertion, eleven certificates, long lists of prefixes and transforms. ·
            `HostileXmlTest` et `HostileSignatureTest`, par les mêmes portes, chacun dans une limite de temps : entités externes et DTD
            (rien n'est demandé), expansion d'entités, plus de %1$d Mio, plus de %2$d niveaux (10 000, fermés ou non), plus de %3$d éléments
            et attributs, plus de %4$d attributs sur un élément, un attribut de plus de %5$d caractères (1 Mo), de même dans la signature,
            deux mille éléments dans une assertion, onze certificats, de longues listes de préfixes et de transformations.
            """;

    static final String MUTATIONS = """

            ## Mutations

            `MutationTest` changes signed requests at random, by seed: their text (characters, markup, elements copied and exchanged)
            and their tree (elements moved, copied, wrapped, renamed, put in another namespace, identifiers and their spelling, the URI, the
            list of transforms). Each is refused in words, or believed and then means what was signed. A thousand of each kind
            on each assertion in a build; ·
            `MutationTest` change au hasard, par graine, des requêtes signées : leur texte (caractères, balises, éléments copiés et échangés)
            et leur arbre (éléments déplacés, copiés, enveloppés, renommés, mis dans un autre espace de noms, identifiants et leur
            orthographe, l'URI, la liste des transformations). Chacune est refusée avec des mots, ou crue et veut alors dire ce qui a été
            signé. Mille de chaque sorte, sur chaque assertion, à chaque construction ;

            ```console
            $ mvn -B -q -pl messages -am test -Dtest=MutationTest -Daccroche.seeds=100000 -Dsurefire.failIfNoSpecifiedTests=false
            ```

            makes it so many, and prints how many were read and believed. · en fait autant, et affiche combien ont été lues et crues.
            """;

    private WrappingWords() {}
}
