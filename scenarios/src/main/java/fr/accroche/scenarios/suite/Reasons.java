package fr.accroche.scenarios.suite;

import fr.accroche.compliance.text.Text;

/** Why a case cannot be judged. */
final class Reasons {

    static final Text ONE_CLIENT = Text.of(
            "un seul client_id passe par ce proxy : il en faut deux dans operations",
            "one client_id alone goes through this proxy: it takes two in operations");

    static final Text NO_SERVICE = Text.of(
            "aucun téléservice simulé n'est déclaré pour ce client_id",
            "no simulated téléservice is declared for this client_id");

    static final Text BUILDS_REQUESTS = Text.of(
            "proxy métier : il écrit lui-même la requête métier",
            "a métier proxy: it writes the business request itself");

    static final Text NOT_OURS = Text.of(
            "{0} n'est pas simulé ici : la panne ne peut pas y être provoquée",
            "{0} is not simulated here: the fault cannot be provoked there");

    static final Text OWN_CLOCK = Text.of(
            "l'horloge de ce proxy n'est pas celle de la chaîne : on ne peut pas l'avancer",
            "this proxy does not go by the chain's clock: it cannot be moved");

    static final Text NO_SESSION = Text.of(
            "POST /connect a répondu {0}, pas 200 : voir connect-opens-a-session",
            "POST /connect answered {0}, not 200: see connect-opens-a-session");

    static final Text NOT_ARRIVED = Text.of(
            "la requête n'a pas passé les contrôles de {0} ({1}) : voir send-uses-the-token-of-each-service",
            "the request did not pass the checks of {0} ({1}): see send-uses-the-token-of-each-service");

    static final Text NOT_MET = Text.of(
            "le proxy n'est pas allé jusqu'à l'appel qui devait échouer : voir connect-opens-a-session",
            "the proxy did not get to the call that was to fail: see connect-opens-a-session");

    static final Text NOT_ANSWERED = Text.of(
            "{0} : le proxy n'est pas allé jusqu'à la réponse {1}", "{0}: the proxy did not get to the answer {1}");

    private Reasons() {}
}
