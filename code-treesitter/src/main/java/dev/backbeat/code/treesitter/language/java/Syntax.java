package dev.backbeat.code.treesitter.language.java;

import dev.backbeat.code.treesitter.tree.Shape;
import java.util.Set;

/// What of the syntax is worth entering.
final class Syntax {

    private static final Set<String> LEAVES = Set.of(
            "identifier",
            "type_identifier",
            "integral_type",
            "floating_point_type",
            "boolean_type",
            "void_type",
            "string_literal",
            "character_literal",
            "decimal_integer_literal",
            "hex_integer_literal",
            "octal_integer_literal",
            "binary_integer_literal",
            "decimal_floating_point_literal",
            "hex_floating_point_literal",
            "true",
            "false",
            "null_literal",
            "this",
            "super",
            "line_comment",
            "block_comment",
            "asterisk",
            "underscore_pattern");

    private static final Set<String> TYPES = Set.of(
            "type_arguments",
            "type_parameters",
            "generic_type",
            "array_type",
            "scoped_type_identifier",
            "type_list",
            "throws",
            "superclass",
            "super_interfaces",
            "extends_interfaces",
            "permits",
            "dimensions");

    private static final Set<String> EXPRESSIONS = Set.of(
            "modifiers",
            "scoped_identifier",
            "field_access",
            "field_declaration",
            "constant_declaration",
            "enum_constant",
            "array_access",
            "binary_expression",
            "unary_expression",
            "update_expression",
            "ternary_expression",
            "instanceof_expression",
            "class_literal",
            "method_invocation",
            "argument_list",
            "cast_expression",
            "assignment_expression",
            "parenthesized_expression",
            "array_creation_expression",
            "method_reference",
            "switch_label");

    private static final Set<String> STATEMENTS = Set.of(
            "expression_statement",
            "local_variable_declaration",
            "return_statement",
            "throw_statement",
            "yield_statement",
            "break_statement",
            "continue_statement",
            "assert_statement",
            "explicit_constructor_invocation");

    private static final Set<String> BLOCKS = Set.of(
            "block",
            "constructor_body",
            "switch_block_statement_group",
            "if_statement",
            "for_statement",
            "while_statement");

    private static final Set<String> CALLS =
            Set.of("send", "convertAndSend", "publish", "emit", "fire", "publishEvent");

    static final Shape SHAPE = new Shape(LEAVES, TYPES, EXPRESSIONS, STATEMENTS, BLOCKS, Syntax::isMark);

    private Syntax() {}

    /// Calls that mean something, blocks, what may begin a comment, annotations, arrows and text blocks.
    private static boolean isMark(byte[] content, int at) {
        return switch (content[at]) {
            case '{', '}', '/', '@' -> true;
            case '(' -> Shape.Marks.isCallOf(CALLS, content, at);
            case '-' -> at + 1 < content.length && content[at + 1] == '>';
            case '"' -> at + 2 < content.length && content[at + 1] == '"' && content[at + 2] == '"';
            default -> false;
        };
    }
}
