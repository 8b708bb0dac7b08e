/// A second, independent reading of conductor logs, to hold the fast one against.
///
/// Written from the conductor's source and from recorded logs alone, with plain strings, regular
/// expressions and lists, the whole log in memory and no thought of speed. Where the fast reader and this
/// one disagree, one of them is wrong. The rules that are not obvious, and why they are right, stand with
/// [dev.backbeat.testkit.naive.NaiveConductor].
@NullMarked
package dev.backbeat.testkit.naive;

import org.jspecify.annotations.NullMarked;
