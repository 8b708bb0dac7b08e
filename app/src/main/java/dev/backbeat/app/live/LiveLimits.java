package dev.backbeat.app.live;

import java.time.Duration;

/// How much is taken from senders, and how often it is read.
///
/// @param mostSources how many logs there may be
/// @param mostBytesOfSource how long a log may become
/// @param pause how long to rest between two readings
public record LiveLimits(int mostSources, long mostBytesOfSource, Duration pause) {

    /// Those of a server: a log of the most size is read whole, once after a start, in a few seconds.
    public static final LiveLimits STANDARD = new LiveLimits(256, 256L << 20, Duration.ofMillis(250));
}
