package fr.accroche.certs.file;

import fr.accroche.certs.Wording;

/** What is said of passwords; never the password. */
final class Passwords {
    private static final Wording OPENS = Wording.of("le mot de passe du fichier", "the file's password");

    private Passwords() {}

    static Fault missing() {
        return Fault.of(
                Reason.PASSWORD_MISSING,
                OPENS,
                Wording.of("aucun mot de passe donné, et il en faut un", "no password given, and one is needed"),
                Wording.of("donner le mot de passe du fichier", "give the file's password"));
    }

    static Fault wrong() {
        return Fault.of(
                Reason.PASSWORD_WRONG,
                OPENS,
                Wording.of(
                        "un autre : le fichier est bien formé, et rien ne s'ouvre",
                        "another one: the file is well formed, and nothing opens"),
                Wording.of(
                        "vérifier le mot de passe (casse, espaces, fin de ligne) ; celui d'un fichier de la plateforme de"
                                + " commande, perdu, ne se retrouve pas",
                        "check the password (case, spaces, end of line); that of a file of the ordering platform cannot be"
                                + " found again when lost"));
    }

    static Fault wrongOrDamaged() {
        return Fault.of(
                Reason.PASSWORD_OR_DAMAGE,
                OPENS,
                Wording.of(
                        "un autre mot de passe, ou un fichier qui a changé : rien dans ce fichier ne permet de trancher",
                        "another password, or a file that has changed: nothing in this file tells which"),
                Wording.of(
                        "vérifier le mot de passe, puis reprendre une copie intacte",
                        "check the password, then take an intact copy"));
    }
}
