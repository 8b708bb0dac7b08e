/// What the tests of the code index share: a folder that is filled file by file, a repository, and a language
/// that is small enough to be read by regular expressions. Begin at [Folder] and [MiniScript].
@NullMarked
package dev.backbeat.code;

import org.jspecify.annotations.NullMarked;
