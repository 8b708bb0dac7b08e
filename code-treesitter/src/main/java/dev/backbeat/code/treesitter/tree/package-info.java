/// Source text to a syntax tree that lies in a few arrays. Begin with
/// [dev.backbeat.code.treesitter.tree.Grammar] and [dev.backbeat.code.treesitter.tree.SyntaxTree].
///
/// Tree-sitter parses, and its tree is read once, in one pass, into a
/// [dev.backbeat.code.treesitter.tree.SyntaxTree]; then all native memory is freed, before anybody looks at
/// the tree. Each crossing into native code costs more than all that is done with a node afterwards, so
/// stretches in which nothing of interest can stand, such as types or `a.b + c`, are not entered: they are
/// leaves. What is one is said by the [dev.backbeat.code.treesitter.tree.Shape] of a language and by bytes
/// alone, so that the same bytes always give the same tree.
///
/// Beware: the native functions are called directly where the library offers them
/// ([dev.backbeat.code.treesitter.tree.DirectReading]); where it hides them, as on Windows, the same goes
/// through the library's own classes ([dev.backbeat.code.treesitter.tree.BoundReading]), which takes some
/// twenty times as long.
@NullMarked
package dev.backbeat.code.treesitter.tree;

import org.jspecify.annotations.NullMarked;
