/// LCOV trace files, as lcov, c8, Vitest and others write them: a section for each file, and for each test
/// where the writer names tests. Version 1 and 2 write functions differently.
@NullMarked
package dev.backbeat.code.coverage.lcov;

import org.jspecify.annotations.NullMarked;
