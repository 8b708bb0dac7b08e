package dev.backbeat.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stream of telemetry from one running process, written when its input ends.
///
/// @param id its permanent identity
/// @param timedMessages how many records with a time it holds: of two saves of one session the longer one
///     wins
/// @param startNanos the time of its first timed record
/// @param endNanos the time of its last timed record
/// @param commit the commit that the process said it runs
/// @param conductorVersion the conductor's version, where the log says it
/// @param packages the versions of packages that the process said it runs
/// @param start where it begins
/// @param end where its last record stands
public record Session(
        SessionId id,
        long timedMessages,
        long startNanos,
        long endNanos,
        @Nullable String commit,
        @Nullable String conductorVersion,
        List<Event.PackageVersion> packages,
        Origin start,
        Origin end) {}
