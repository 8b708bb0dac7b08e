/// Istanbul's `coverage-final.json`, as nyc, Jest and Vitest write it.
@NullMarked
package dev.backbeat.code.coverage.istanbul;

import org.jspecify.annotations.NullMarked;
