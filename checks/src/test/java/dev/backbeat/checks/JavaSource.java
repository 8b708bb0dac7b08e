package dev.backbeat.checks;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// One Java file, parsed but not compiled.
///
/// @param file relative to the top folder
/// @param lines of the file
/// @param methods with a body, wherever they are nested
/// @param undocumented public top-level types without a documentation comment
/// @param genericErrors where it catches, throws or declares an exception that says nothing
record JavaSource(Path file, int lines, List<Method> methods, List<String> undocumented, List<String> genericErrors) {
    private static final Set<String> GENERIC = Set.of("Exception", "RuntimeException", "Throwable", "Error");

    /// A method and how many lines it takes from its name or first annotation to its closing brace.
    record Method(String place, int lines) {}

    /// Parses files of the tree.
    static List<JavaSource> parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaSource> sources = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(
                    files.stream().map(Tree.top()::resolve).toList());
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(new Reader(unit, trees).read());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final Path file;
        private final List<Method> methods = new ArrayList<>();
        private final List<String> undocumented = new ArrayList<>();
        private final List<String> genericErrors = new ArrayList<>();

        private Reader(CompilationUnitTree unit, DocTrees trees) {
            this.unit = unit;
            this.trees = trees;
            this.file = Tree.top().relativize(Path.of(unit.getSourceFile().toUri()));
        }

        private JavaSource read() {
            scan(unit, null);
            int lines = (int) Tree.text(file).lines().count();
            return new JavaSource(file, lines, methods, undocumented, genericErrors);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            TreePath path = getCurrentPath();
            boolean topLevel = path.getParentPath().getLeaf().getKind() == Kind.COMPILATION_UNIT;
            boolean open = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (topLevel && open && trees.getDocComment(path) == null) {
                undocumented.add(place(type, type.getSimpleName().toString()));
            }
            return super.visitClass(type, unused);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (method.getBody() != null && line(method) > 0) {
                int lines = lineOf(end(method)) - line(method) + 1;
                methods.add(new Method(place(method, method.getName().toString()), lines));
            }
            method.getThrows().forEach(thrown -> note(thrown, "declares"));
            return super.visitMethod(method, unused);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree caught, @Nullable Void unused) {
            var type = caught.getParameter().getType();
            if (type instanceof UnionTypeTree union) {
                union.getTypeAlternatives().forEach(each -> note(each, "catches"));
            } else {
                note(type, "catches");
            }
            return super.visitCatch(caught, unused);
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree thrown, @Nullable Void unused) {
            ExpressionTree expression = thrown.getExpression();
            if (expression instanceof NewClassTree created) {
                note(created.getIdentifier(), "throws");
            }
            return super.visitThrow(thrown, unused);
        }

        private void note(com.sun.source.tree.Tree type, String does) {
            if (GENERIC.contains(type.toString())) {
                genericErrors.add(place(type, does + " " + type));
            }
        }

        private String place(com.sun.source.tree.Tree tree, String what) {
            return Tree.slashed(file) + ":" + line(tree) + " " + what;
        }

        private int line(com.sun.source.tree.Tree tree) {
            return lineOf(trees.getSourcePositions().getStartPosition(unit, tree));
        }

        private long end(com.sun.source.tree.Tree tree) {
            return trees.getSourcePositions().getEndPosition(unit, tree);
        }

        private int lineOf(long position) {
            return position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
