/// Documented sequences, routes and plugins: what the system is meant to do.
@NullMarked
package dev.backbeat.code.catalog;

import org.jspecify.annotations.NullMarked;
