/// Where files come from: the work tree, or a commit.
@NullMarked
package dev.backbeat.code.tree;

import org.jspecify.annotations.NullMarked;
