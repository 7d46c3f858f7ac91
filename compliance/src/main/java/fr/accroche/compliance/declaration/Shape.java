package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What a value of a declaration may be: a part of the schema, ready to judge with. */
sealed interface Shape {

    Text TEXT_EXPECTED = Text.of("un texte est attendu", "a text is expected");
    Text LIST_EXPECTED = Text.of("une liste est attendue : [ … ]", "a list is expected: [ … ]");
    Text BLOCK_EXPECTED =
            Text.of("un bloc de clés est attendu : { clé: valeur }", "a block of keys is expected: { key: value }");
    Text FLAG_EXPECTED =
            Text.of("true ou false est attendu, sans guillemets", "true or false is expected, without quotes");
    Text MISSING = Text.of("il manque la clé « {0} »", "key '{0}' is missing");
    Text NOT_ACCEPTED = Text.of("« {0} » n'est pas accepté ; au choix : {1}", "'{0}' is not accepted; one of: {1}");
    Text NOT_QUITE =
            Text.of("« {0} » n'est pas accepté ; vouliez-vous « {1} » ?", "'{0}' is not accepted; did you mean '{1}'?");

    String HIDDEN = "…";

    Pattern LIKE_A_KEY = Pattern.compile("[A-Za-z<_-]{1,40}");

    /** A key that is not known, as it may be repeated: one that does not look like a key may be a secret in a wrong place. */
    static String shown(String key) {
        return LIKE_A_KEY.matcher(key).matches() ? key : HIDDEN;
    }

    /** Judges a value and all that is in it. */
    void check(String path, Yaml value, Complaints complaints);

    /** Whether the schema accepts a value: nothing to complain of. */
    default boolean fits(Yaml value) {
        Doubt doubt = new Doubt();
        check("", value, doubt);
        return !doubt.any;
    }

    /** Where what is wrong goes. */
    interface Complaints {

        /** The message is asked for only where it will be read. */
        void wrong(String path, Yaml at, Supplier<Text> message);

        /**
         * A word that is not of the form the schema asks for: the reader of that word says what the form is, where it has a type of
         * its own.
         */
        void malformed(String path, Yaml at, Pattern form);
    }

    /** Only whether there is any. */
    final class Doubt implements Complaints {
        private boolean any;

        @Override
        public void wrong(String path, Yaml at, Supplier<Text> message) {
            any = true;
        }

        @Override
        public void malformed(String path, Yaml at, Pattern form) {
            any = true;
        }
    }

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    /**
     * A block of keys.
     *
     * @param properties the keys that it knows
     * @param others what stands under any other key; empty where there may be none
     * @param required the keys that must be there
     * @param exactlyOne keys of which one must be there, and one only; empty for none such
     */
    record Block(Map<String, Shape> properties, Optional<Shape> others, List<String> required, List<String> exactlyOne)
            implements Shape {

        private static final Text MISSING_ONE_OF =
                Text.of("il manque la clé « {0} » (ou « {1} »)", "key '{0}' is missing (or '{1}')");
        private static final Text NOT_TOGETHER =
                Text.of("« {0} » et « {1} » ne vont pas ensemble", "'{0}' and '{1}' do not go together");

        @Override
        public void check(String path, Yaml value, Complaints complaints) {
            if (!(value instanceof Yaml.Mapping block)) {
                complaints.wrong(path, value, () -> BLOCK_EXPECTED);
                return;
            }
            Map<String, Yaml> entries = block.entries();
            required.stream()
                    .filter(key -> !entries.containsKey(key))
                    .forEach(key -> complaints.wrong(path, value, () -> MISSING.with(key)));
            checkExactlyOne(path, block, complaints);
            entries.forEach((key, member) -> member(child(path, key), key, member, complaints));
        }

        private void member(String path, String key, Yaml member, Complaints complaints) {
            Optional<Shape> shape = Optional.ofNullable(properties.get(key)).or(() -> others);
            shape.ifPresentOrElse(
                    known -> known.check(path, member, complaints),
                    () -> complaints.wrong(shown(path, key, member), member, () -> unknown(key)));
        }

        /** Of a secret that is written in the place of its key, the key is all. */
        private static String shown(String path, String key, Yaml member) {
            boolean alone = member.kind() == Yaml.Kind.NULL;
            return path.substring(0, path.length() - key.length()) + (alone ? HIDDEN : Shape.shown(key));
        }

        private Text unknown(String key) {
            Words known = new Words(properties.keySet());
            return known.closeTo(key)
                    .map(close -> Text.of("clé inconnue ; vouliez-vous « {0} » ?", "unknown key; did you mean '{0}'?")
                            .with(close))
                    .orElseGet(() -> Text.of("clé inconnue ; au choix : {0}", "unknown key; one of: {0}")
                            .with(known));
        }

        private void checkExactlyOne(String path, Yaml.Mapping block, Complaints complaints) {
            List<String> there =
                    exactlyOne.stream().filter(block.entries()::containsKey).toList();
            if (there.size() > 1) {
                String first = there.get(0);
                complaints.wrong(
                        child(path, first), block.entries().get(first), () -> NOT_TOGETHER.with(first, there.get(1)));
            } else if (there.isEmpty() && !exactlyOne.isEmpty()) {
                complaints.wrong(path, block, () -> MISSING_ONE_OF.with(exactlyOne.get(0), exactlyOne.get(1)));
            }
        }
    }

    /**
     * A list.
     *
     * @param items what each item is
     * @param some whether there must be one at least
     */
    record Items(Shape items, boolean some) implements Shape {
        @Override
        public void check(String path, Yaml value, Complaints complaints) {
            if (!(value instanceof Yaml.Sequence list)) {
                complaints.wrong(path, value, () -> LIST_EXPECTED);
                return;
            }
            if (some && list.items().isEmpty()) {
                complaints.wrong(
                        path, value, () -> Text.of("au moins un élément est attendu", "at least one item is expected"));
            }
            for (int i = 0; i < list.items().size(); i++) {
                items.check(item(path, i), list.items().get(i), complaints);
            }
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Shape {
        @Override
        public void check(String path, Yaml value, Complaints complaints) {
            if (value.kind() != Yaml.Kind.BOOLEAN) {
                complaints.wrong(path, value, () -> FLAG_EXPECTED);
            }
        }
    }

    /**
     * One word, number or sentence.
     *
     * @param kinds what it may be to JSON
     * @param pattern the form that it has where it is a text
     */
    record Word(Set<Yaml.Kind> kinds, Pattern pattern) implements Shape {
        @Override
        public void check(String path, Yaml value, Complaints complaints) {
            if (!(value instanceof Yaml.Scalar word) || word.blank()) {
                complaints.wrong(path, value, () -> TEXT_EXPECTED);
            } else if (!kinds.contains(word.kind())
                    || word.kind() == Yaml.Kind.STRING
                            && !pattern.matcher(word.text()).find()) {
                complaints.malformed(path, value, pattern);
            }
        }
    }

    /** One of a few words. */
    record Choice(List<Yaml.Scalar> values) implements Shape {
        @Override
        public void check(String path, Yaml value, Complaints complaints) {
            if (!(value instanceof Yaml.Scalar word) || word.blank()) {
                complaints.wrong(path, value, () -> TEXT_EXPECTED);
            } else if (values.stream().noneMatch(one -> same(one, word))) {
                complaints.wrong(path, value, () -> notAmong(word.text()));
            }
        }

        private static boolean same(Yaml.Scalar one, Yaml.Scalar word) {
            return one.kind() == word.kind()
                    && (one.text().equals(word.text()) || one.kind() == Yaml.Kind.NUMBER && sameNumber(one, word));
        }

        private static boolean sameNumber(Yaml.Scalar one, Yaml.Scalar other) {
            try {
                return new BigDecimal(one.text()).compareTo(new BigDecimal(other.text())) == 0;
            } catch (NumberFormatException infinite) {
                return false;
            }
        }

        private Text notAmong(String word) {
            Words words = new Words(values.stream().map(Yaml.Scalar::text).toList());
            if (words.all().contains(word)) {
                return Text.of("« {0} » s'écrit ici sans guillemets", "'{0}' goes without quotes here")
                        .with(word);
            }
            return words.closeTo(word)
                    .map(close -> NOT_QUITE.with(word, close))
                    .orElseGet(() -> NOT_ACCEPTED.with(word, words));
        }
    }

    /** Any of several; what is wrong is told of the first that is of the right kind. */
    record Alternatives(List<Shape> shapes) implements Shape {
        @Override
        public void check(String path, Yaml value, Complaints complaints) {
            if (shapes.stream().noneMatch(shape -> shape.fits(value))) {
                shapes.stream()
                        .filter(shape -> shape instanceof Block == value instanceof Yaml.Mapping)
                        .findFirst()
                        .orElse(shapes.get(0))
                        .check(path, value, complaints);
            }
        }
    }

    /**
     * Blocks told apart by the word under one of their keys.
     *
     * @param key that key
     * @param blocks word to block
     */
    record OneBlockByWord(String key, Map<String, Block> blocks) implements Shape {
        @Override
        public void check(String path, Yaml value, Complaints complaints) {
            if (!(value instanceof Yaml.Mapping given)) {
                complaints.wrong(path, value, () -> BLOCK_EXPECTED);
                return;
            }
            Yaml told = given.entries().get(key);
            if (told == null) {
                complaints.wrong(path, value, () -> MISSING.with(key));
            } else if (told instanceof Yaml.Scalar word && blocks.containsKey(word.text())) {
                blocks.get(word.text()).check(path, value, complaints);
            } else {
                words().check(child(path, key), told, complaints);
            }
        }

        private Choice words() {
            return new Choice(blocks.keySet().stream()
                    .map(word -> new Yaml.Scalar(0, 0, Yaml.Kind.STRING, word))
                    .toList());
        }
    }
}
