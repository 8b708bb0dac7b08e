/// JSON with the line of every value, for documents whose places people want to know. Begin at [LocatedJson].
/// It takes what people write (comments, trailing commas) and gives up on what is no JSON, or too deep, with
/// the line.
@NullMarked
package dev.backbeat.code.json;

import org.jspecify.annotations.NullMarked;
