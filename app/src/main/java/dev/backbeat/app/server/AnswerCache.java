package dev.backbeat.app.server;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers of the current state of the store, the ones asked for last, up to a size.
final class AnswerCache {

    private record Key(long version, String question) {}

    private final long mostBytes;
    private final Map<Key, Reply> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    AnswerCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<Reply> of(long version, String question) {
        return Optional.ofNullable(kept.get(new Key(version, question)));
    }

    synchronized void keep(long version, String question, Reply reply) {
        if (reply.body().length > mostBytes) {
            return;
        }
        forgetBefore(version);
        Reply before = kept.put(new Key(version, question), reply);
        bytes += reply.body().length - (before == null ? 0 : before.body().length);
        Iterator<Reply> oldest = kept.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= oldest.next().body().length;
            oldest.remove();
        }
    }

    /// Without looking anything up, which would reorder what is being walked through.
    private void forgetBefore(long version) {
        Iterator<Map.Entry<Key, Reply>> all = kept.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Key, Reply> entry = all.next();
            if (entry.getKey().version() < version) {
                bytes -= entry.getValue().body().length;
                all.remove();
            }
        }
    }

    synchronized long bytes() {
        return bytes;
    }
}
