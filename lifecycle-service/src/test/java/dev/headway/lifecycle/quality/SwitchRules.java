package dev.headway.lifecycle.quality;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A switch over our own sealed types and enums says what becomes of each of them, so that the
 * compiler asks about a new one: no {@code default}, nothing that catches all, no list too long to
 * be read. Byte code has forgotten all three; the compiler reads the sources again.
 */
final class SwitchRules {

    static final String DEFAULT = "has a default";
    static final String CATCH_ALL = "catches all";
    static final String TOO_LONG = "lists more than six names";

    private static final int NAMES = 6;

    private SwitchRules() {}

    /**
     * The places that break the rules, as {@code Planted.java:7 has a default}.
     *
     * @throws IllegalArgumentException when sources do not compile, for then a switch might hide
     */
    static List<String> brokenIn(Collection<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(said, null, null)) {
            var classPath = System.getProperty("java.class.path");
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    said,
                                    List.of(
                                            "-proc:none",
                                            "-cp",
                                            classPath,
                                            "-sourcepath",
                                            sourcePath()),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            var units = task.parse();
            task.analyze();
            said.getDiagnostics().stream()
                    .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .findFirst()
                    .ifPresent(
                            error -> {
                                throw new IllegalArgumentException(error.toString());
                            });
            var switches = new Switches(Trees.instance(task), task.getTypes());
            units.forEach(unit -> switches.scan(unit, unit));
            return switches.broken;
        }
    }

    /** Modules that this one's class path does not hold: benchmarks. */
    private static String sourcePath() throws IOException {
        return MainSources.folders().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Every switch, with the type of what it chooses by. */
    private static final class Switches
            extends TreePathScanner<@Nullable Void, CompilationUnitTree> {

        private final List<String> broken = new ArrayList<>();
        private final Trees trees;
        private final Types types;

        Switches(Trees trees, Types types) {
            this.trees = trees;
            this.types = types;
        }

        @Override
        public @Nullable Void visitSwitch(SwitchTree node, CompilationUnitTree unit) {
            check(node.getExpression(), node.getCases(), unit);
            return super.visitSwitch(node, unit);
        }

        @Override
        public @Nullable Void visitSwitchExpression(
                SwitchExpressionTree node, CompilationUnitTree unit) {
            check(node.getExpression(), node.getCases(), unit);
            return super.visitSwitchExpression(node, unit);
        }

        private void check(
                ExpressionTree selector, List<? extends CaseTree> cases, CompilationUnitTree unit) {
            var type = trees.getTypeMirror(new TreePath(getCurrentPath(), selector));
            if (!isOurs(type)) {
                return;
            }
            for (var each : cases) {
                if (each.getLabels().size() > NAMES) {
                    complain(each, TOO_LONG, unit);
                }
                for (var label : each.getLabels()) {
                    if (label instanceof DefaultCaseLabelTree) {
                        complain(each, DEFAULT, unit);
                    } else if (each.getGuard() == null && catchesAll(label, type, each)) {
                        complain(each, CATCH_ALL, unit);
                    }
                }
            }
        }

        private boolean catchesAll(CaseLabelTree label, TypeMirror selected, CaseTree in) {
            return label instanceof PatternCaseLabelTree pattern
                    && pattern.getPattern() instanceof BindingPatternTree binding
                    && types.isSubtype(
                            types.erasure(selected), types.erasure(typeOf(binding, pattern, in)));
        }

        private TypeMirror typeOf(
                BindingPatternTree binding, PatternCaseLabelTree pattern, CaseTree in) {
            var path = new TreePath(new TreePath(getCurrentPath(), in), pattern);
            return trees.getTypeMirror(
                    new TreePath(new TreePath(path, binding), binding.getVariable()));
        }

        private static boolean isOurs(TypeMirror type) {
            if (type instanceof TypeVariable variable) {
                return isOurs(variable.getUpperBound());
            }
            return type instanceof DeclaredType declared
                    && declared.asElement() instanceof TypeElement element
                    && element.getQualifiedName().toString().startsWith("dev.headway.")
                    && (element.getKind() == ElementKind.ENUM
                            || element.getModifiers().contains(Modifier.SEALED));
        }

        private void complain(CaseTree at, String about, CompilationUnitTree unit) {
            var start = trees.getSourcePositions().getStartPosition(unit, at);
            broken.add(
                    "%s:%d %s"
                            .formatted(
                                    Path.of(unit.getSourceFile().toUri()).getFileName(),
                                    unit.getLineMap().getLineNumber(start),
                                    about));
        }
    }
}
