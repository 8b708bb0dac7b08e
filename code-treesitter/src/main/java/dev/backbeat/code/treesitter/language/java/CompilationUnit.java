package dev.backbeat.code.treesitter.language.java;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.FileFacts.Import;
import dev.backbeat.code.treesitter.draft.Draft;
import dev.backbeat.code.treesitter.draft.Scope;
import dev.backbeat.code.treesitter.draft.Scopes;
import dev.backbeat.code.treesitter.tree.SyntaxTree;

/// Reads the facts of a file from its tree.
final class CompilationUnit {

    private static final String ALL = "*";

    private final SyntaxTree tree;
    private final Draft draft = new Draft();
    private final String packageName;
    private final Scopes scopes;
    private final Methods methods;
    private final Topics topics;

    CompilationUnit(SyntaxTree tree) {
        this.tree = tree;
        this.packageName = packageName(tree);
        this.scopes = new Scopes(packageName, tree.size());
        this.topics = new Topics(tree, scopes, draft);
        this.methods = new Methods(tree, scopes, draft, topics);
    }

    private static String packageName(SyntaxTree tree) {
        int declaration = tree.size() == 0 ? SyntaxTree.NONE : tree.child(0, "package_declaration");
        int name = declaration < 0 ? SyntaxTree.NONE : tree.lastNamed(declaration);
        return name < 0 ? "" : dotted(tree, name);
    }

    private static String dotted(SyntaxTree tree, int name) {
        return tree.text(name).replaceAll("\\s|/\\*.*?\\*/", "");
    }

    FileFacts read() {
        for (int node = 0; node < tree.size(); node++) {
            scopes.reach(node);
            switch (tree.type(node)) {
                case "import_declaration" -> imported(node);
                case "class_declaration",
                        "interface_declaration",
                        "enum_declaration",
                        "record_declaration",
                        "annotation_type_declaration" -> type(node);
                case "enum_constant" -> constant(node);
                case "object_creation_expression" -> {
                    if (tree.child(node, "class_body") >= 0) {
                        scopes.enter(Scope.Kind.TYPE, "", tree.after(node));
                    }
                }
                case "method_declaration", "constructor_declaration", "compact_constructor_declaration" ->
                    methods.declared(node);
                case "variable_declarator" -> methods.variable(node);
                case "assignment_expression" -> methods.assigned(node);
                case "lambda_expression" -> methods.lambda(node);
                case "method_invocation" -> topics.invocation(node);
                default -> {
                    // Nothing is said by it alone.
                }
            }
        }
        return draft.facts(JavaLanguage.ID, packageName, tree);
    }

    private void imported(int declaration) {
        int name = tree.child(declaration, "scoped_identifier");
        int line = tree.line(tree.start(declaration));
        if (name < 0) {
            return;
        }
        String dotted = dotted(tree, name);
        if (tree.child(declaration, "asterisk") >= 0) {
            draft.add(new Import(dotted, ALL, ALL, false, false, line));
            return;
        }
        int dot = dotted.lastIndexOf('.');
        if (dot > 0) {
            String last = dotted.substring(dot + 1);
            draft.add(new Import(dotted.substring(0, dot), last, last, false, false, line));
        }
    }

    private void type(int declaration) {
        int name = tree.child(declaration, "identifier");
        String text = name < 0 ? "" : tree.text(name);
        int modifiers = tree.child(declaration, "modifiers");
        if (tree.parent(declaration) <= 0 && name >= 0 && modifiers >= 0 && isPublic(modifiers)) {
            draft.add(new Export(text, text, null, false, tree.line(tree.start(name))));
        }
        scopes.enter(Scope.Kind.TYPE, text, tree.after(declaration));
    }

    private boolean isPublic(int modifiers) {
        return tree.isLeaf(modifiers) ? tree.text(modifiers).contains("public") : tree.child(modifiers, "'public") >= 0;
    }

    private void constant(int constant) {
        int name = tree.child(constant, "identifier");
        if (name >= 0 && tree.child(constant, "class_body") >= 0) {
            scopes.enter(Scope.Kind.TYPE, tree.text(name), tree.after(constant));
        }
    }
}
