package fr.accroche.compliance.check;

import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file to hand in at the EDC PSC guichet. An éditeur hands in one for each proxy that its software is interfaced with
 * (FAQ, "1 dossier par Proxy e-Santé"), common to both where the proxy is its own and serves that software alone (webinar,
 * "habilitation commune ELU et ELP"). An opérateur hands in one for each software, with the proxy that it operates for it (FAQ,
 * "en tant qu'éditeur et opérateur de la solution logicielle, vous devez déposer deux candidatures").
 *
 * @param actor the key of who hands it in
 * @param kinds what it asks for
 * @param components the keys of what it is about
 * @param state the least advanced of what it asks for
 */
public record EdcFile(String actor, List<Kind> kinds, List<String> components, State state) {

    public EdcFile {
        kinds = List.copyOf(kinds);
        components = List.copyOf(components);
    }

    /** The files that these obligations make, the editors' first: the operators' come after. */
    static List<EdcFile> of(Dossier dossier, List<Obligation> obligations) {
        List<EdcFile> files = new ArrayList<>();
        List<Obligation> asked = obligations.stream()
                .filter(one -> one.state() != State.NOT_ASKED)
                .toList();
        of(asked, Kind.ELU).forEach(elu -> files.addAll(ofSoftware(dossier, elu, asked)));
        of(asked, Kind.ELP)
                .filter(elp -> files.stream().noneMatch(file -> file.holds(elp)))
                .forEach(elp -> files.add(file(List.of(elp), List.of(elp.component()))));
        of(asked, Kind.OSU).forEach(osu -> files.add(ofOperator(dossier, osu, asked, files)));
        of(asked, Kind.OSP)
                .filter(osp -> files.stream().noneMatch(file -> file.holds(osp)))
                .forEach(osp -> files.add(file(List.of(osp), List.of(osp.component()))));
        return files;
    }

    private boolean holds(Obligation one) {
        return actor.equals(one.actor()) && kinds.contains(one.kind()) && components.contains(one.component());
    }

    private static EdcFile ofOperator(Dossier dossier, Obligation osu, List<Obligation> asked, List<EdcFile> files) {
        List<String> proxies = dossier.declaration().operations().stream()
                .filter(operation -> operation.lps().equals(osu.component()))
                .filter(operation -> operation.operator().equals(osu.actor()))
                .map(Operation::proxy)
                .toList();
        Stream<Obligation> osp = of(asked, Kind.OSP)
                .filter(one -> one.actor().equals(osu.actor()) && proxies.contains(one.component()))
                .filter(one -> files.stream().noneMatch(file -> file.holds(one)));
        List<Obligation> parts = Stream.concat(Stream.of(osu), osp).toList();
        return file(parts, parts.stream().map(Obligation::component).toList());
    }

    private static List<EdcFile> ofSoftware(Dossier dossier, Obligation elu, List<Obligation> asked) {
        LogicielUtilisateur software =
                (LogicielUtilisateur) dossier.declaration().components().get(elu.component());
        List<ProxyEsante> proxies = dossier.proxiesOf(software);
        if (proxies.isEmpty()) {
            return List.of(file(List.of(elu), List.of(elu.component())));
        }
        return proxies.stream()
                .map(proxy -> {
                    Stream<Obligation> elp = of(asked, Kind.ELP)
                            .filter(one -> one.component().equals(proxy.id()) && common(dossier, software, proxy));
                    EdcFile file =
                            file(Stream.concat(Stream.of(elu), elp).toList(), List.of(software.id(), proxy.id()));
                    return elu.state() == State.HELD && !granted(dossier, software, proxy) ? file.missing() : file;
                })
                .toList();
    }

    /** Whether its file for that proxy is, and not only the one for another. */
    private static boolean granted(Dossier dossier, LogicielUtilisateur software, ProxyEsante proxy) {
        return dossier.filesFor(software, proxy).stream().anyMatch(file -> file.validOn(dossier.day()));
    }

    private EdcFile missing() {
        return new EdcFile(actor, kinds, components, State.MISSING);
    }

    private static boolean common(Dossier dossier, LogicielUtilisateur software, ProxyEsante proxy) {
        return proxy.editor().equals(software.editor())
                && dossier.operationsThrough(proxy).stream()
                        .allMatch(operation -> operation.lps().equals(software.id()));
    }

    private static Stream<Obligation> of(List<Obligation> obligations, Kind kind) {
        return obligations.stream().filter(one -> one.kind() == kind);
    }

    private static EdcFile file(List<Obligation> parts, List<String> components) {
        return new EdcFile(
                parts.get(0).actor(),
                parts.stream().map(Obligation::kind).distinct().toList(),
                components.stream().distinct().toList(),
                parts.stream()
                        .map(Obligation::state)
                        .max(Comparator.naturalOrder())
                        .orElse(State.MISSING));
    }
}
