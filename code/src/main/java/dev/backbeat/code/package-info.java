/// The contract of the code index: what a [Language] finds in one file ([FileFacts]) and where files come from
/// ([SourceTree]).
@NullMarked
package dev.backbeat.code;

import org.jspecify.annotations.NullMarked;
