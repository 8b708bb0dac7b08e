/// The index of a tree: facts of all its files, cached by content.
@NullMarked
package dev.backbeat.code.index;

import org.jspecify.annotations.NullMarked;
