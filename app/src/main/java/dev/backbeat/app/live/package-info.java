/// Logs that are sent to a running server, kept in files of their own that only grow, and taken into the
/// store soon after.
///
/// Starting point: [LiveLogs] takes lines and has them on the disk before it says so; [LiveReader] brings
/// what grew into the store. Beware: a log is read whole each time it grew (ADR 0008), so a log has a
/// most size.
@NullMarked
package dev.backbeat.app.live;

import org.jspecify.annotations.NullMarked;
