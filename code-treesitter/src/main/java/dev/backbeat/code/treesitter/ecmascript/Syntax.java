package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.treesitter.tree.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What of the syntax is worth entering.
final class Syntax {

    private static final Set<String> LEAVES = Set.of(
            "identifier",
            "property_identifier",
            "private_property_identifier",
            "shorthand_property_identifier",
            "shorthand_property_identifier_pattern",
            "statement_identifier",
            "type_identifier",
            "this",
            "super",
            "null",
            "undefined",
            "true",
            "false",
            "number",
            "string",
            "regex",
            "comment",
            "hash_bang_line",
            "jsx_text",
            "string_fragment",
            "escape_sequence",
            "optional_chain",
            "accessibility_modifier",
            "override_modifier",
            "predefined_type",
            "this_type",
            "existential_type",
            "empty_statement",
            "debugger_statement");

    private static final Set<String> TYPES = Set.of(
            "type_annotation",
            "type_arguments",
            "type_parameters",
            "interface_body",
            "object_type",
            "property_signature",
            "method_signature",
            "union_type",
            "intersection_type",
            "function_type",
            "generic_type",
            "array_type",
            "tuple_type",
            "literal_type",
            "lookup_type",
            "conditional_type",
            "index_type_query",
            "mapped_type_clause",
            "parenthesized_type",
            "readonly_type",
            "type_query",
            "type_predicate_annotation",
            "asserts_annotation",
            "nested_type_identifier",
            "implements_clause",
            "extends_type_clause",
            "enum_body");

    private static final Set<String> EXPRESSIONS = Set.of(
            "member_expression",
            "subscript_expression",
            "binary_expression",
            "unary_expression",
            "update_expression",
            "augmented_assignment_expression",
            "ternary_expression",
            "await_expression",
            "yield_expression",
            "new_expression",
            "call_expression",
            "arguments",
            "array",
            "nested_identifier",
            "class_heritage",
            "extends_clause");

    private static final Set<String> STATEMENTS = Set.of(
            "expression_statement",
            "return_statement",
            "lexical_declaration",
            "variable_declaration",
            "throw_statement",
            "parenthesized_expression",
            "break_statement",
            "continue_statement");

    private static final Set<String> BLOCKS = Set.of(
            "statement_block",
            "switch_case",
            "switch_default",
            "if_statement",
            "else_clause",
            "while_statement",
            "switch_statement");

    /// Calls that mean something wherever they stand; those of tests with what may stand behind their names.
    private static final Set<String> CALLS = Set.of(
            "subscribe",
            "on",
            "once",
            "addListener",
            "addEventListener",
            "publish",
            "publishAsync",
            "emit",
            "emitAsync",
            "play",
            "require",
            "import",
            "assign",
            "freeze",
            "__toCommonJS",
            "describe",
            "context",
            "suite",
            "fdescribe",
            "xdescribe",
            "it",
            "test",
            "specify",
            "fit",
            "xit",
            "xtest",
            "only",
            "skip",
            "todo",
            "each",
            "concurrent",
            "sequential",
            "fails",
            "failing",
            "fixme");

    private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BATON = "baton".getBytes(StandardCharsets.US_ASCII);

    static final Shape SHAPE = new Shape(LEAVES, TYPES, EXPRESSIONS, STATEMENTS, BLOCKS, Syntax::isMark);

    private Syntax() {}

    /// Calls that mean something, blocks and objects, what may begin a comment, an expression or a text with
    /// code in it, arrows, and the words under which data is handed on.
    private static boolean isMark(byte[] content, int at) {
        return switch (content[at]) {
            case '{', '}', '/', '`', '@' -> true;
            case '(' -> Shape.Marks.isCallOf(CALLS, content, at);
            case '=' -> at + 1 < content.length && content[at + 1] == '>';
            case 'p' -> isWord(content, at, PAYLOAD);
            case 'b' -> isWord(content, at, BATON);
            default -> false;
        };
    }

    private static boolean isWord(byte[] content, int at, byte[] word) {
        if (at + word.length > content.length) {
            return false;
        }
        for (int i = 1; i < word.length; i++) {
            if (content[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
