/// The contract of the code index: what a [Language] finds in one file ([FileFacts]) and where files come
/// from ([SourceTree]). Facts are of one file alone; what spans files is resolved later, in `module`.
@NullMarked
package dev.backbeat.code;

import org.jspecify.annotations.NullMarked;
