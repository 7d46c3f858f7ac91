package fr.accroche.scenarios.text;

import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A method, or a constructor, that takes a text in both languages: two strings, named as the languages are.
 *
 * @param name of the class, with {@code .method} unless it is a constructor
 * @param parameters how many it takes, at least
 * @param variable whether it takes any number more
 * @param french the place of the French among the arguments
 * @param english the place of the English
 */
record Maker(String name, int parameters, boolean variable, int french, int english) {

    private static final Set<String> FRENCH = Set.of("fr", "french");
    private static final Set<String> ENGLISH = Set.of("en", "english");

    static Optional<Maker> of(String name, List<? extends VariableTree> parameters) {
        int french = place(parameters, FRENCH);
        int english = place(parameters, ENGLISH);
        if (french < 0 || english < 0) {
            return Optional.empty();
        }
        int last = parameters.size() - 1;
        boolean variable = parameters.get(last).toString().contains("...");
        return Optional.of(new Maker(name, variable ? last : last + 1, variable, french, english));
    }

    private static int place(List<? extends VariableTree> parameters, Set<String> names) {
        for (int i = 0; i < parameters.size(); i++) {
            VariableTree parameter = parameters.get(i);
            if (names.contains(parameter.getName().toString())
                    && parameter.getType().toString().equals("String")) {
                return i;
            }
        }
        return -1;
    }

    boolean isCalledBy(String called, int arguments) {
        return name.equals(called) && (variable ? arguments >= parameters : arguments == parameters);
    }
}
