package dev.backbeat.analysis.conformance;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What becomes a finding that is not about the beats of a sequence: of topics, plugins and hosts.
final class Sighting {

    /// Of all the places in code that a finding could name, the first ones say enough.
    private static final int MOST_PLACES = 8;

    private final String rule;
    private final Severity severity;
    private final String hint;
    private String sentence = "";
    private long count;
    private long place = Long.MAX_VALUE;
    private @Nullable String sequence;
    private @Nullable HandlerKey handler;
    private final Set<CodePlace> code = new LinkedHashSet<>();

    Sighting(String rule, Severity severity, String hint) {
        this.rule = rule;
        this.severity = severity;
        this.hint = hint;
    }

    /// Says it, with all that is counted so far.
    Sighting says(String words) {
        sentence = words;
        return this;
    }

    /// Counts on.
    Sighting counts(long more, long at) {
        count += more;
        if (at > 0) {
            place = Math.min(place, at);
        }
        return this;
    }

    Sighting of(@Nullable String subject, @Nullable HandlerKey who) {
        sequence = subject;
        handler = who;
        return this;
    }

    /// Adds places in code, the most telling first.
    Sighting at(Iterable<CodePlace> places) {
        places.forEach(code::add);
        return this;
    }

    long count() {
        return count;
    }

    Finding finding(Asked asked) {
        List<Reference> evidence = new ArrayList<>();
        String raw = "";
        if (place != Long.MAX_VALUE) {
            var first = asked.place(place);
            evidence.add(new Reference.ToPlace(first));
            raw = first.origin().toString();
        }
        code.stream().limit(MOST_PLACES).forEach(one -> evidence.add(new Reference.ToCode(one)));
        if (handler != null) {
            evidence.add(new Reference.ToHandler(handler));
        }
        if (sequence != null) {
            evidence.add(new Reference.ToSequence(sequence));
        }
        return new Finding(
                rule,
                severity,
                sentence,
                count,
                evidence,
                hint.replace("{raw}", raw),
                new Finding.Subject(
                        sequence,
                        null,
                        handler,
                        code.isEmpty() ? null : code.iterator().next(),
                        -1,
                        -1));
    }
}
