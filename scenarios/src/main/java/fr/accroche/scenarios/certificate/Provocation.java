package fr.accroche.scenarios.certificate;

import fr.accroche.certs.FileFault;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * How an error of the catalogue is provoked here, to see it: by files, by a fault of the chain, or by neither, and then
 * why.
 *
 * @param error its id
 * @param files what {@code accroche certs break} writes; empty when no file is wrong
 * @param check the arguments of {@code accroche certs check} that name it and nothing else; empty when there are no files
 * @param shown what another program says of the files
 * @param chainFaults faults of {@code accroche test} that the chain refuses for this reason
 * @param limit what neither files nor the chain show, and why; empty when they show it whole
 */
public record Provocation(
        String error,
        Optional<FileFault> files,
        List<String> check,
        Optional<Shown> shown,
        List<String> chainFaults,
        Optional<Text> limit) {

    /**
     * A command to run beside the files, and what it prints.
     *
     * @param command for a POSIX shell
     * @param prints a part of what it prints
     */
    public record Shown(String command, String prints) {}

    public Provocation {
        check = List.copyOf(check);
        chainFaults = List.copyOf(chainFaults);
    }

    /** By files. */
    static Provocation files(String error, FileFault files, String check, String command, String prints) {
        return new Provocation(
                error,
                Optional.of(files),
                List.of(check.split(" ")),
                Optional.of(new Shown(command, prints)),
                List.of(),
                Optional.empty());
    }

    /** By no file. */
    static Provocation without(String error, Text reason) {
        return new Provocation(error, Optional.empty(), List.of(), Optional.empty(), List.of(), Optional.of(reason));
    }

    Provocation refused(String... faults) {
        return new Provocation(error, files, check, shown, List.of(faults), limit);
    }

    Provocation limited(Text reason) {
        return new Provocation(error, files, check, shown, chainFaults, Optional.of(reason));
    }
}
