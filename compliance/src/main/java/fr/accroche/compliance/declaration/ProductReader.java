package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.Homologation.Mode;
import fr.accroche.compliance.declaration.Homologation.Procedure;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a component is sold as, and what the CNDA granted it. */
final class ProductReader {

    private final Cursor cursor;

    ProductReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** What is sold, under the names that are declared. */
    Product named() {
        return product(homologations(cursor));
    }

    /** A component that may have no name of its own: then its key stands for one. */
    Product library(String key) {
        Map<Teleservice, Homologation> granted = homologations(cursor);
        Product product = product(granted);
        return product.names().isEmpty()
                ? new Product(product.version(), List.of(new CommercialName(key, Optional.empty(), granted)))
                : product;
    }

    private Product product(Map<Teleservice, Homologation> granted) {
        List<CommercialName> names = new ArrayList<>();
        for (Cursor name : cursor.items("commercialNames")) {
            names.add(commercialName(name, names.isEmpty() ? granted : Map.of()));
        }
        return new Product(cursor.member("version").flatMap(Cursor::text).orElse("1.0"), names);
    }

    /** The component's own homologations are those of its first name. */
    private static CommercialName commercialName(Cursor item, Map<Teleservice, Homologation> ofComponent) {
        String name = item.member("name").flatMap(Cursor::text).orElse("");
        Optional<Nil> nil = item.member("nil").flatMap(c -> c.text(Nil::new));
        Map<Teleservice, Homologation> own = homologations(item);
        if (!own.isEmpty() && !ofComponent.isEmpty()) {
            item.wrong(Text.of(
                    "les homologations du premier nom commercial sont déclarées deux fois : ici et au composant",
                    "the homologations of the first commercial name are declared twice: here and at the component"));
        }
        return new CommercialName(name, nil, own.isEmpty() ? ofComponent : own);
    }

    /** By téléservice: a number, or a block. */
    static Map<Teleservice, Homologation> homologations(Cursor cursor) {
        Map<Teleservice, Homologation> read = new EnumMap<>(Teleservice.class);
        cursor.member("homologations").ifPresent(block -> {
            for (Teleservice service : Teleservice.HOMOLOGATED) {
                block.member(service.label()).flatMap(ProductReader::entry).ifPresent(one -> read.put(service, one));
            }
        });
        return read;
    }

    private static Optional<Homologation> entry(Cursor entry) {
        if (!entry.isBlock()) {
            return entry.text(NumeroHomologation::new).map(Homologation::of);
        }
        return Optional.of(homologation(entry));
    }

    static Homologation homologation(Cursor block) {
        return new Homologation(
                block.member("number").flatMap(c -> c.text(NumeroHomologation::new)),
                block.member("requestedOn").flatMap(Cursor::date),
                block.member("grantedOn").flatMap(Cursor::date),
                block.member("mode").flatMap(c -> c.choice(Mode.class)),
                block.member("procedure")
                        .flatMap(c -> c.choice(Procedure.class))
                        .orElse(Procedure.COMPLETE));
    }
}
