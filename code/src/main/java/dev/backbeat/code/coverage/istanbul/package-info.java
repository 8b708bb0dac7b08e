/// Istanbul's `coverage-final.json`, as nyc, Jest and Vitest write it. It tells of statements; a line has the
/// hits of its statement that was run most often.
@NullMarked
package dev.backbeat.code.coverage.istanbul;

import org.jspecify.annotations.NullMarked;
