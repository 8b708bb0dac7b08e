/// Which functions code can come to, by the names that are written in it. It errs towards reachable: what it
/// calls unreachable nothing names.
@NullMarked
package dev.backbeat.code.reach;

import org.jspecify.annotations.NullMarked;
