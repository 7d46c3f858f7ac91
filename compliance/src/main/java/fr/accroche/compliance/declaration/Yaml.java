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

    Kind kind();

    /** What JSON calls the type of a value, by YAML's core schema. */
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** Key to value, in the order of the file. */
    record Mapping(int line, int column, Map<String, Yaml> entries) implements Yaml {
        public Mapping {
            entries = new LinkedHashMap<>(entries);
        }

        @Override
        public Kind kind() {
            return Kind.OBJECT;
        }
    }

    record Sequence(int line, int column, List<Yaml> items) implements Yaml {
        @Override
        public Kind kind() {
            return Kind.ARRAY;
        }
    }

    /** A scalar as it is written; a null one has the empty text. */
    record Scalar(int line, int column, Kind kind, String text) implements Yaml {

        /** A declaration has secrets, and here nobody knows yet which. */
        @Override
        public String toString() {
            return "Scalar[" + line + ":" + column + " " + kind + "]";
        }

        /** What the schema calls a text has more in it than spaces and line ends. */
        boolean blank() {
            return text.trim().isEmpty();
        }
    }
}
