/// What version control tells.
@NullMarked
package dev.backbeat.code.history;

import org.jspecify.annotations.NullMarked;
