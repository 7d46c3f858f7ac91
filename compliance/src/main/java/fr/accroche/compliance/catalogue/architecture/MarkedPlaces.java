package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.ClientSecret;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.IntrusionTest;
import fr.accroche.compliance.declaration.Nie;
import fr.accroche.compliance.declaration.Nil;
import fr.accroche.compliance.declaration.Nru;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.declaration.Teleservice;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a declaration holds a value that accroche marked as simulated; the places only, never the values. */
final class MarkedPlaces {

    /** SIMULE, SIMULÉ, SIMULÉE, SIMULES… as a word, whatever its case and its accents. */
    private static final Pattern MARK =
            Pattern.compile("(?<![\\p{L}\\p{N}])SIMULEE?S?(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Declaration declaration;

    private MarkedPlaces(Declaration declaration) {
        this.declaration = declaration;
    }

    static Stream<String> of(Declaration declaration) {
        MarkedPlaces places = new MarkedPlaces(declaration);
        return Stream.of(
                        declaration.solutions().stream().flatMap(MarkedPlaces::in),
                        declaration.actors().values().stream().flatMap(MarkedPlaces::in),
                        declaration.components().values().stream().flatMap(places::in),
                        declaration.operations().stream().flatMap(places::in))
                .flatMap(Function.identity());
    }

    static boolean bearsMark(String value) {
        String plain = ACCENTS.matcher(Normalizer.normalize(value, Normalizer.Form.NFD))
                .replaceAll("");
        return MARK.matcher(plain).find();
    }

    private static Stream<String> marked(String path, Optional<String> value) {
        return value.filter(MarkedPlaces::bearsMark).map(mark -> path).stream();
    }

    private static Stream<String> in(Solution solution) {
        return marked(solution.path() + ".name", Optional.of(solution.name()));
    }

    private static Stream<String> in(Actor actor) {
        String path = "actors." + actor.id();
        return Stream.of(
                        marked(path + ".name", Optional.of(actor.name())),
                        marked(path + ".nie", actor.nie().map(Nie::value)),
                        habilitations(path, actor.habilitations()))
                .flatMap(Function.identity());
    }

    private static Stream<String> habilitations(String owner, List<Habilitation> held) {
        return each(
                owner + ".habilitations",
                held,
                (path, one) -> Stream.concat(
                        marked(path + ".candidature", one.candidature().id()),
                        marked(path + ".nru", one.candidature().nru().map(Nru::value))));
    }

    private Stream<String> in(Component component) {
        String path = component.path();
        Stream<String> common = Stream.concat(
                habilitations(path, component.habilitations()),
                marked(
                        path + ".intrusionTest.report",
                        component.edition().intrusionTest().flatMap(IntrusionTest::report)));
        return Stream.concat(common, ofItsType(path, component));
    }

    private Stream<String> ofItsType(String path, Component component) {
        if (component instanceof ProxyEsante proxy) {
            return homologations(path, proxy.homologations());
        }
        if (component instanceof ComposantPrincipal lps) {
            return Stream.concat(
                    product(path, lps.product()),
                    each(
                            path + ".interfacings",
                            lps.interfacings(),
                            (place, one) -> number(place + ".number", one.homologation())));
        }
        return product(path, ((ComposantAdditionnel) component).product());
    }

    private Stream<String> product(String path, Product product) {
        return each(
                path + ".commercialNames",
                product.names(),
                (place, name) -> Stream.of(
                                marked(place + ".name", Optional.of(name.name())),
                                marked(place + ".nil", name.nil().map(Nil::value)),
                                homologations(holder(path, place), name.homologations()))
                        .flatMap(Function.identity()));
    }

    /** The first name's homologations may be written at the component. */
    private String holder(String component, String name) {
        boolean atComponent =
                name.endsWith("[0]") && declaration.lines().byPath().containsKey(component + ".homologations");
        return atComponent ? component : name;
    }

    private static Stream<String> homologations(String owner, Map<Teleservice, Homologation> held) {
        return Teleservice.HOMOLOGATED.stream()
                .filter(held::containsKey)
                .flatMap(service -> number(owner + ".homologations." + service.label(), held.get(service)));
    }

    private static Stream<String> number(String path, Homologation homologation) {
        return marked(path, homologation.number().map(NumeroHomologation::value));
    }

    private Stream<String> in(Operation operation) {
        String path = declaration.path(operation);
        return Stream.of(
                        marked(
                                path + ".clientId",
                                Optional.of(operation.clientId().value())),
                        marked(path + ".secret", operation.secret().map(ClientSecret::value)),
                        marked(path + ".pmt.testNumber", operation.pmt().flatMap(Pmt::testNumber)))
                .flatMap(Function.identity());
    }

    private static <T> Stream<String> each(String list, List<T> items, BiFunction<String, T, Stream<String>> places) {
        return IntStream.range(0, items.size()).boxed().flatMap(i -> places.apply(list + "[" + i + "]", items.get(i)));
    }
}
