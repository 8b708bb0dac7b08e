/// The analysis `coverage`: which handlers run in production, which are tested, which are dead?
///
/// Production counts handler runs, and beat runs where the log names no handler. A test reaches a handler
/// if a coverage tool measured it; documents, audits and imports only say so, and are told as such. A
/// handler is dead if it did not run and nothing that can run leads to it (see [dev.backbeat.code.reach]);
/// one that did not run and that something leads to is watched: how rarely it could run follows from the
/// rule of three (Hanley and Lippman-Hand, *If nothing goes wrong, is everything all right?*, JAMA 1983).
/// It cannot see calls from outside of the checkout, nor what the log does not tell.
@NullMarked
package dev.backbeat.analysis.coverage;

import org.jspecify.annotations.NullMarked;
