package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import java.nio.file.Path;

/** The file of the traces cannot be used by this proxy. */
public final class TraceFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Text IN_USE = Text.of(
            "{0} : un autre proxy y écrit ses traces ; l'arrêter, choisir un autre dossier, ou déclarer"
                    + " settings.proxy.traces: memory",
            "{0}: another proxy writes its traces there; stop it, choose another folder, or declare"
                    + " settings.proxy.traces: memory");
    private static final Text UNUSABLE = Text.of(
            "{0} : le fichier des traces ne peut être ni lu ni écrit ({1}) ; vérifier les droits du dossier, ou déclarer"
                    + " settings.proxy.traces: memory",
            "{0}: the file of the traces cannot be read and written ({1}); check the folder's rights, or declare"
                    + " settings.proxy.traces: memory");

    private final transient Text sentence;

    private TraceFileException(Text sentence, Throwable cause) {
        super(sentence.en(), cause);
        this.sentence = sentence;
    }

    static TraceFileException inUse(Path file) {
        return new TraceFileException(IN_USE.with(file), null);
    }

    static TraceFileException unusable(Path file, Exception cause) {
        return new TraceFileException(UNUSABLE.with(file, cause), cause);
    }

    /** What is wrong, and what to do. */
    public Text sentence() {
        return sentence;
    }
}
