/// Cobertura's XML report. A file's lines stand in its methods and again in its class, and a class that is
/// nested stands for itself: each line counts once.
@NullMarked
package dev.backbeat.code.coverage.cobertura;

import org.jspecify.annotations.NullMarked;
