/// Cobertura's XML report.
@NullMarked
package dev.backbeat.code.coverage.cobertura;

import org.jspecify.annotations.NullMarked;
