/// JSON with the line of every value, for documents whose places people want to know.
@NullMarked
package dev.backbeat.code.json;

import org.jspecify.annotations.NullMarked;
