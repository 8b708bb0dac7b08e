/// From a module's name to a file, from an exported name to the function it means. Begin at [Modules], then
/// [Names]. What only running code could tell is never guessed: the answer then is [Meaning.Nothing] with the
/// reason.
@NullMarked
package dev.backbeat.code.module;

import org.jspecify.annotations.NullMarked;
