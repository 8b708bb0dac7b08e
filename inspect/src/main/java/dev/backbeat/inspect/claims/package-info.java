/// What reports of other tools claim, beside what the logs say.
///
/// A claim is judged only by what is known of the very session it is about: its log, where that is in the
/// store; else the report itself and other reports of the same session. [Matching] says which log that
/// is, and when in doubt says none: a claim held against the wrong log would be a false accusation. A
/// claim that nothing can be held against is neither right nor wrong.
///
/// Starting points: [ReportedClaims] for the answer, [Judge] for which claim is held against what.
@NullMarked
package dev.backbeat.inspect.claims;

import org.jspecify.annotations.NullMarked;
