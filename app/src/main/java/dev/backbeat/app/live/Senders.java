package dev.backbeat.app.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Who sends. Two that send to one source at once get a log each, because lines of two processes in one log can't be
/// told apart; and what one sends again, because the answer to it got lost, is taken once. Known as long as this
/// process runs, of those that were seen last.
final class Senders {

    /// After how long without a word a sender's log may be continued by another one. Tabs in the background may be
    /// silent for a minute.
    private static final Duration SILENT = Duration.ofMinutes(2);

    private static final int MOST = 4_096;

    private final LongSupplier nanos;
    private final Map<Key, Sender> known = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Sender> holders = new HashMap<>();

    /// @param nanos a clock that only goes forward
    Senders(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Key(String source, String sender) {}

    /// One sender to one source. Its fields are guarded by itself but for those that [Senders] guards.
    static final class Sender {
        private String log = "";
        private long seenNanos;
        private long taken;

        /// How many of the bytes that begin at a position were taken before.
        ///
        /// @param at the position among all that it sends; -1 where it does not say
        /// @param length how many bytes there are
        int again(long at, int length) {
            return at < 0 ? 0 : Math.toIntExact(Math.clamp(taken - at, 0, length));
        }

        /// All up to a position were taken.
        void taken(long upTo) {
            taken = Math.max(taken, upTo);
        }
    }

    /// The sender of that name.
    synchronized Sender of(String source, String name) {
        Sender sender = known.computeIfAbsent(new Key(source, name), key -> new Sender());
        if (known.size() > MOST) {
            Sender eldest = known.remove(known.keySet().iterator().next());
            holders.values().remove(eldest);
        }
        if (holders.get(sender.log) != sender) {
            sender.log = free(source);
            holders.put(sender.log, sender);
        }
        sender.seenNanos = nanos.getAsLong();
        return sender;
    }

    /// The log that its lines go to.
    synchronized String logOf(Sender sender) {
        return sender.log;
    }

    /// It sends no more: who comes next may continue its log.
    synchronized void ends(Sender sender) {
        holders.remove(sender.log, sender);
    }

    private String free(String source) {
        String log = source;
        for (int number = 2; isHeld(log); number++) {
            log = source + "." + number;
        }
        return log;
    }

    private boolean isHeld(String log) {
        Sender holder = holders.get(log);
        return holder != null && nanos.getAsLong() - holder.seenNanos < SILENT.toNanos();
    }
}
