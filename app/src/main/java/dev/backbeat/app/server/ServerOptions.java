package dev.backbeat.app.server;

import dev.backbeat.app.live.LiveLimits;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a server is reached, and what it takes.
///
/// @param address what it is bound to
/// @param port from 0, which takes any that is free
/// @param token what callers have to know; absent where only this machine can call
/// @param origins pages elsewhere that may send lines, such as `http://localhost:5173`
/// @param hosts further names that it is reached by
/// @param limits what it takes
public record ServerOptions(
        InetAddress address, int port, @Nullable String token, Set<String> origins, Set<String> hosts, Limits limits) {

    /// The port when nobody says another.
    public static final int DEFAULT_PORT = 4711;

    /// Copies.
    public ServerOptions {
        origins = Set.copyOf(origins);
        hosts = Set.copyOf(hosts);
    }

    /// How much is taken and done at once.
    ///
    /// @param mostBodyBytes of a request, as it comes
    /// @param mostTextBytes of a request, decompressed
    /// @param mostParallel answers that are worked on at once
    /// @param mostWaiting answers that wait for that
    /// @param mostListeners to changes
    /// @param mostConnections at once
    /// @param mostCachedBytes of answers that are kept
    /// @param requestTimeout how long a request may take
    /// @param live of logs that are sent
    public record Limits(
            long mostBodyBytes,
            int mostTextBytes,
            int mostParallel,
            int mostWaiting,
            int mostListeners,
            int mostConnections,
            long mostCachedBytes,
            Duration requestTimeout,
            LiveLimits live) {

        /// Those of `backbeat serve`.
        public static final Limits STANDARD =
                new Limits(4L << 20, 16 << 20, 3, 64, 64, 512, 64L << 20, Duration.ofSeconds(30), LiveLimits.STANDARD);
    }

    /// Bound to this machine alone, on any free port.
    static ServerOptions local(List<String> origins) {
        return new ServerOptions(
                InetAddress.getLoopbackAddress(), 0, null, Set.copyOf(origins), Set.of(), Limits.STANDARD);
    }
}
