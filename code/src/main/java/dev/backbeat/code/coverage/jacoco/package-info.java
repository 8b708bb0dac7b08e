/// JaCoCo's XML report. It names a package and a file instead of a path, and tells whether instructions were
/// run, not how often.
@NullMarked
package dev.backbeat.code.coverage.jacoco;

import org.jspecify.annotations.NullMarked;
