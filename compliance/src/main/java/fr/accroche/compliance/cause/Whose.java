package fr.accroche.compliance.cause;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.text.Text;
import java.util.Locale;
import java.util.Optional;

/** Whose a value is, among those that the declaration names: a wrong value is mostly the right one of somebody else. */
final class Whose {

    private static final Text LPS_OPERATOR =
            Text.of("celui de l'opérateur du LPS, {0}", "that of the LPS's operator, {0}");
    private static final Text LPS_EDITOR = Text.of("celui de l'éditeur du LPS, {0}", "that of the LPS's editor, {0}");
    private static final Text PROXY_EDITOR =
            Text.of("celui de l'éditeur du proxy, {0}", "that of the proxy's editor, {0}");
    private static final Text ANOTHER_ACTOR = Text.of("celui de {0} (actors.{1})", "that of {0} (actors.{1})");
    private static final Text WITHOUT_TYPE = Text.of(
            "le bon numéro sans le chiffre de type qui le précède (1 FINESS, 2 SIREN, 3 SIRET)",
            "the right number without the type digit before it (1 FINESS, 2 SIREN, 3 SIRET)");
    private static final Text ANOTHER_CLIENT =
            Text.of("un autre client_id déclaré ({0})", "another declared client_id ({0})");
    private static final Text OTHER_CASE = Text.of(
            "le bon client_id à la casse près : il est comparé caractère par caractère",
            "the right client_id but for its case: it is compared character by character");
    private static final Text NO_SUFFIX = Text.of(
            "le client_id sans sa fin « {0} », qui dit l'environnement",
            "the client_id without its end '{0}', which says the environment");

    private Whose() {}

    /** The structure of an idNatStruct, in its role for the operation. */
    static Optional<Text> structure(Declaration declaration, Operation operation, String idNatStruct) {
        String right = declaration.proxyOperator(operation).idNatStruct().value();
        if (!idNatStruct.isEmpty() && right.substring(1).equals(idNatStruct)) {
            return Optional.of(WITHOUT_TYPE);
        }
        return role(declaration.operator(operation), LPS_OPERATOR, idNatStruct)
                .or(() -> role(editor(declaration, declaration.lps(operation).editor()), LPS_EDITOR, idNatStruct))
                .or(() -> role(editor(declaration, declaration.proxy(operation).editor()), PROXY_EDITOR, idNatStruct))
                .or(() -> declaration.actors().values().stream()
                        .filter(actor -> is(actor, idNatStruct))
                        .findFirst()
                        .map(actor -> ANOTHER_ACTOR.with(actor.name(), actor.id())));
    }

    private static Actor editor(Declaration declaration, String key) {
        return declaration.actors().get(key);
    }

    private static Optional<Text> role(Actor actor, Text role, String idNatStruct) {
        return is(actor, idNatStruct) ? Optional.of(role.with(actor.name())) : Optional.empty();
    }

    private static boolean is(Actor actor, String idNatStruct) {
        return actor != null && actor.idNatStruct().value().equals(idNatStruct);
    }

    /** Which client_id a value is, or was meant to be. */
    static Optional<Text> client(Declaration declaration, String right, String value) {
        Optional<Operation> other = declaration.operation(value);
        if (other.isPresent()) {
            return Optional.of(ANOTHER_CLIENT.with(declaration.lines().at(declaration.path(other.get()))));
        }
        if (value.equalsIgnoreCase(right)) {
            return Optional.of(OTHER_CASE);
        }
        boolean begins = !value.isEmpty() && right.toLowerCase(Locale.ROOT).startsWith(value.toLowerCase(Locale.ROOT));
        return begins ? Optional.of(NO_SUFFIX.with(right.substring(value.length()))) : Optional.empty();
    }
}
