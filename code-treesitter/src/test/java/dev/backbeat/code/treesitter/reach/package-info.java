/// What the search for what can run comes to, on small trees of real code.
@NullMarked
package dev.backbeat.code.treesitter.reach;

import org.jspecify.annotations.NullMarked;
