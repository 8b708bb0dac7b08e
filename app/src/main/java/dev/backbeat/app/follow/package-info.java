/// Follows logs that grow: what a file gains is sent to a live log of this server, as if somebody had posted it.
///
/// Starting point: [Follower] looks at its files in turn; a [FollowedFile] takes whole lines. How far a file was
/// taken is not counted but follows from how long its live log is (ADR 0012), so a kill loses and repeats nothing.
/// Beware: that holds because redaction keeps lengths (ADR 0002).
@NullMarked
package dev.backbeat.app.follow;

import org.jspecify.annotations.NullMarked;
