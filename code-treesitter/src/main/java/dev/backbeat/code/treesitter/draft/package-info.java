/// What the readers of all languages have in common: the facts of a file as they are gathered
/// ([dev.backbeat.code.treesitter.draft.Draft]), and what is around the place that is being read
/// ([dev.backbeat.code.treesitter.draft.Scopes]).
///
/// Readers walk a tree in one loop over its nodes and never call themselves, so that no nesting is too deep
/// for them; what is around a node they learn from the scopes.
@NullMarked
package dev.backbeat.code.treesitter.draft;

import org.jspecify.annotations.NullMarked;
