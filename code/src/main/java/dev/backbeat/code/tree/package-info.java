/// Where files come from: the work tree, or a commit. Begin at [WorkTree]. Whatever is left out is named with
/// a reason; a file may be gone by the time it is read.
@NullMarked
package dev.backbeat.code.tree;

import org.jspecify.annotations.NullMarked;
