/// JaCoCo's XML report.
@NullMarked
package dev.backbeat.code.coverage.jacoco;

import org.jspecify.annotations.NullMarked;
