package dev.backbeat.app.engine;

import dev.backbeat.analysis.Resolution;
import dev.backbeat.model.Exhibit;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Answers about all that a store holds, until it holds something else: the report asks what its reader
/// asked before, and the other way round. They go when memory is short.
final class KnownAnswers {

    private static final int MOST = 16;

    /// What was asked.
    record Question(String analysis, Map<String, String> settings, Resolution detail) {}

    private final Map<Question, SoftReference<List<Exhibit>>> kept = new LinkedHashMap<>(MOST, 0.75f, true);
    private long state;

    /// The answer, worked out where it is not known.
    List<Exhibit> of(Question question, Supplier<List<Exhibit>> work) {
        long before;
        synchronized (this) {
            SoftReference<List<Exhibit>> known = kept.get(question);
            List<Exhibit> answer = known == null ? null : known.get();
            if (answer != null) {
                return answer;
            }
            before = state;
        }
        List<Exhibit> made = List.copyOf(work.get());
        keep(question, made, before);
        return made;
    }

    private synchronized void keep(Question question, List<Exhibit> made, long before) {
        // What was asked before a change may have been answered before it.
        if (state != before) {
            return;
        }
        kept.put(question, new SoftReference<>(made));
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /// The store holds something else now.
    synchronized void forget() {
        state++;
        kept.clear();
    }
}
