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

    /** A software that users see under its names. */
    Product software() {
        return product(cursor.required("commercialNames").map(Cursor::someItems).orElse(List.of()));
    }

    /** A component that may have no name of its own: then its key stands for one. */
    Product library(String key) {
        Product product =
                product(cursor.optional("commercialNames").map(Cursor::items).orElse(List.of()));
        return product.names().isEmpty()
                ? new Product(
                        product.version(), List.of(new CommercialName(key, Optional.empty(), homologations(cursor))))
                : product;
    }

    private Product product(List<Cursor> names) {
        String version = cursor.optional("version").flatMap(Cursor::text).orElse("1.0");
        Map<Teleservice, Homologation> first = homologations(cursor);
        List<CommercialName> read = new ArrayList<>();
        for (Cursor name : names) {
            read.add(commercialName(name, read.isEmpty() ? first : Map.of()));
        }
        return new Product(version, read);
    }

    /** The component's own homologations are those of its first name. */
    private static CommercialName commercialName(Cursor item, Map<Teleservice, Homologation> ofComponent) {
        String name = item.required("name").flatMap(Cursor::text).orElse("");
        Optional<Nil> nil = item.optional("nil").flatMap(c -> c.text(Nil::new));
        Map<Teleservice, Homologation> own = homologations(item);
        item.refuseUnknownKeys();
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
        cursor.optional("homologations").ifPresent(block -> {
            for (Teleservice service : Teleservice.HOMOLOGATED) {
                block.optional(service.label()).flatMap(ProductReader::entry).ifPresent(one -> read.put(service, one));
            }
            block.refuseUnknownKeys();
        });
        return read;
    }

    private static Optional<Homologation> entry(Cursor entry) {
        if (!entry.isBlock()) {
            return entry.text(NumeroHomologation::new).map(Homologation::of);
        }
        Homologation read = homologation(entry);
        entry.refuseUnknownKeys();
        return Optional.of(read);
    }

    static Homologation homologation(Cursor block) {
        return new Homologation(
                block.optional("number").flatMap(c -> c.text(NumeroHomologation::new)),
                block.optional("requestedOn").flatMap(Cursor::date),
                block.optional("grantedOn").flatMap(Cursor::date),
                block.optional("mode").flatMap(c -> c.choice(Mode.class)),
                block.optional("procedure")
                        .flatMap(c -> c.choice(Procedure.class))
                        .orElse(Procedure.COMPLETE));
    }
}
