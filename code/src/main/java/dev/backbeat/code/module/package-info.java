/// From a module's name to a file, from an exported name to the function it means.
@NullMarked
package dev.backbeat.code.module;

import org.jspecify.annotations.NullMarked;
