/// Documented sequences, routes and plugins: what the system is meant to do. Begin at [DocumentFormat]. A
/// document may be wrong or contradict another: what it lacks is a problem to be shown, never an exception.
@NullMarked
package dev.backbeat.code.catalog;

import org.jspecify.annotations.NullMarked;
