/// LCOV trace files: [geninfo(1)](https://github.com/linux-test-project/lcov).
@NullMarked
package dev.backbeat.code.coverage.lcov;

import org.jspecify.annotations.NullMarked;
