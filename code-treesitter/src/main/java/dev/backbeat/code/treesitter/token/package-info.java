/// What makes two functions alike: their tokens, without comments and white space. Begin with
/// [dev.backbeat.code.treesitter.token.Tokens].
///
/// A token is a word, a number, a literal, or a single character of punctuation; what a language calls one
/// operator may be several. Beware: the hashes are part of what is kept in caches and compared between
/// versions of the code, so a change of them changes the version of every language.
@NullMarked
package dev.backbeat.code.treesitter.token;

import org.jspecify.annotations.NullMarked;
