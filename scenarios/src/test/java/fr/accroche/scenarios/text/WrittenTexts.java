package fr.accroche.scenarios.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the texts for people out of the code of every module, with the parser of the compiler. */
final class WrittenTexts {

    private static final Path ROOT = Path.of("..");

    static final List<WrittenText> ALL = all();

    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final Set<Maker> makers = new HashSet<>();
    private final List<WrittenText> texts = new ArrayList<>();
    private final Trees trees;

    private WrittenTexts() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask parsing = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources()));
            trees = Trees.instance(parsing);
            parsing.parse().forEach(units::add);
        }
    }

    private static List<WrittenText> all() {
        try {
            WrittenTexts written = new WrittenTexts();
            written.units.forEach(unit -> written.new Signatures().scan(unit, ""));
            written.units.forEach(unit -> written.new Calls(unit).scan(unit, ""));
            return List.copyOf(written.texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path code : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(code)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    /** The text of an expression: literals and what they are joined to. */
    private static String written(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal) {
            return String.valueOf(literal.getValue());
        }
        if (expression instanceof ParenthesizedTree inner) {
            return written(inner.getExpression());
        }
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return written(sum.getLeftOperand()) + written(sum.getRightOperand());
        }
        return WrittenText.FILLED;
    }

    /** Finds who takes texts; told the class that it is in. */
    private final class Signatures extends TreeScanner<Void, String> {

        @Override
        public Void visitClass(ClassTree type, String outer) {
            String name = type.getSimpleName().toString();
            if (type.getKind() == Tree.Kind.RECORD) {
                List<VariableTree> components = type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                        .toList();
                Maker.of(name, components).ifPresent(makers::add);
            }
            return super.visitClass(type, name);
        }

        @Override
        public Void visitMethod(MethodTree method, String owner) {
            boolean constructs = method.getName().contentEquals("<init>");
            Maker.of(constructs ? owner : owner + "." + method.getName(), method.getParameters())
                    .ifPresent(makers::add);
            return super.visitMethod(method, owner);
        }
    }

    /** Finds what they are handed; told the class that it is in. */
    private final class Calls extends TreeScanner<Void, String> {

        private final CompilationUnitTree unit;

        Calls(CompilationUnitTree unit) {
            this.unit = unit;
        }

        @Override
        public Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, String owner) {
            String[] path = call.getMethodSelect().toString().split("\\.");
            String of = path.length > 1 ? path[path.length - 2] : owner;
            called(of + "." + path[path.length - 1], call.getArguments(), call);
            return super.visitMethodInvocation(call, owner);
        }

        @Override
        public Void visitNewClass(NewClassTree call, String owner) {
            called(call.getIdentifier().toString(), call.getArguments(), call);
            return super.visitNewClass(call, owner);
        }

        private void called(String name, List<? extends ExpressionTree> arguments, Tree call) {
            makers.stream()
                    .filter(maker -> maker.isCalledBy(name, arguments.size()))
                    .map(maker -> new WrittenText(
                            place(call),
                            maker.name(),
                            written(arguments.get(maker.french())),
                            written(arguments.get(maker.english()))))
                    .filter(WrittenText::isWritten)
                    .forEach(texts::add);
        }

        private String place(Tree call) {
            long at = trees.getSourcePositions().getStartPosition(unit, call);
            return Path.of(unit.getSourceFile().getName()).getFileName() + ":"
                    + unit.getLineMap().getLineNumber(at);
        }
    }
}
