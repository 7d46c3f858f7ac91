package fr.accroche.compliance.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML value with its place: all that a declaration is made of. */
sealed interface Yaml {

    /** Line, from 1. */
    int line();

    /** Column, from 1. */
    int column();

    /** Key to value, in the order of the file. */
    record Mapping(int line, int column, Map<String, Yaml> entries) implements Yaml {
        public Mapping {
            entries = new LinkedHashMap<>(entries);
        }
    }

    record Sequence(int line, int column, List<Yaml> items) implements Yaml {}

    /** A scalar; a plain empty or null one has the empty text. */
    record Scalar(int line, int column, String text) implements Yaml {}
}
