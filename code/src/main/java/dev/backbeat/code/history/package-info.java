/// What version control tells. Begin at [CodeHistory] for commits and their files, at [Continuity] for what a
/// function has become. Repositories may be shallow, bare or damaged: what is not there is empty or said,
/// never guessed.
@NullMarked
package dev.backbeat.code.history;

import org.jspecify.annotations.NullMarked;
