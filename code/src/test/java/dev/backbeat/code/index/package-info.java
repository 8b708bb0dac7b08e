/// Tests of the package of this name. They work on temporary folders and repositories.
@NullMarked
package dev.backbeat.code.index;

import org.jspecify.annotations.NullMarked;
