package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.treesitter.draft.Scope;
import dev.backbeat.code.treesitter.draft.Scopes;
import dev.backbeat.code.treesitter.tree.Shape;
import dev.backbeat.code.treesitter.tree.SyntaxTree;

/// Reads the facts of a module from its tree.
public final class EcmaScript {

    private final SyntaxTree tree;
    private final Source source;
    private final Scopes scopes;
    private final Functions functions;
    private final Imports imports;
    private final Exports exports;
    private final Declarations declarations;
    private final Assignments assignments;
    private final Topics topics;
    private final Tests tests;
    private final StateKeys stateKeys;

    private EcmaScript(SyntaxTree tree) {
        this.tree = tree;
        this.source = new Source(tree);
        this.scopes = source.scopes();
        this.functions = new Functions(source);
        this.imports = new Imports(source);
        this.stateKeys = new StateKeys(source);
        Objects objects = new Objects(source, functions);
        this.exports = new Exports(source, functions, objects);
        this.declarations = new Declarations(source, functions, objects, imports, stateKeys);
        this.assignments = new Assignments(source, functions, objects, stateKeys);
        this.topics = new Topics(source);
        this.tests = new Tests(source);
    }

    /// What of the syntax is worth entering.
    public static Shape shape() {
        return Syntax.SHAPE;
    }

    /// The facts of a module.
    public static FileFacts read(String language, SyntaxTree tree) {
        return new EcmaScript(tree).read(language);
    }

    private FileFacts read(String language) {
        for (int node = 0; node < tree.size(); node++) {
            scopes.reach(node);
            node(node);
        }
        return source.draft().facts(language, "", tree);
    }

    private void node(int node) {
        switch (tree.type(node)) {
            case "function_declaration",
                    "generator_function_declaration",
                    "function_expression",
                    "generator_function",
                    "arrow_function",
                    "method_definition" -> functions.enter(node);
            case "class_declaration", "abstract_class_declaration", "class" -> functions.enterType(node);
            case "internal_module", "module" -> functions.enterNamespace(node);
            case "object" -> functions.enterObject(node);
            case "pair" -> functions.pair(node);
            case "public_field_definition", "field_definition" -> functions.field(node);
            case "import_statement" -> imports.statement(node);
            case "import_alias" -> declarations.alias(node);
            case "export_statement" -> exports.statement(node);
            case "variable_declarator" -> declarations.declarator(node);
            case "assignment_expression" -> assignments.assignment(node);
            case "member_expression", "subscript_expression" -> stateKeys.access(node);
            case "call_expression" -> call(node);
            default -> {
                // Nothing is said by it alone.
            }
        }
    }

    private void call(int node) {
        if (tree.isLeaf(node)) {
            return;
        }
        imports.call(node);
        assignments.call(node);
        topics.call(node);
        stateKeys.call(node);
        String title = tests.group(node);
        if (title != null) {
            scopes.enter(Scope.Kind.GROUP, title, tree.after(node));
        }
    }
}
