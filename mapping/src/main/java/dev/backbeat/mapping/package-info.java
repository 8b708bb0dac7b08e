/// Ties handlers to symbols.
@NullMarked
package dev.backbeat.mapping;

import org.jspecify.annotations.NullMarked;
