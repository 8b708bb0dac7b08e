package dev.backbeat.app.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/// Which state of the store is answered from. Only the server writes to it, so counting its writes tells.
final class StoreVersion {

    private static final int RUN_BYTES = 6;

    private final String run;
    private final AtomicLong count = new AtomicLong(1);

    StoreVersion() {
        byte[] random = new byte[RUN_BYTES];
        new SecureRandom().nextBytes(random);
        run = HexFormat.of().formatHex(random);
    }

    long number() {
        return count.get();
    }

    long changed() {
        return count.incrementAndGet();
    }

    /// Other for another state and for another run of the server.
    String tag() {
        return tag(number());
    }

    String tag(long number) {
        return run + "-" + number;
    }
}
