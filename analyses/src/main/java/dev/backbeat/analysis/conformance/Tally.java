package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Alike;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import org.jspecify.annotations.Nullable;

/// What was seen under one rule of one sequence and beat, summed up.
///
/// @param rule the rule
/// @param sequence the sequence
/// @param name what people call the sequence
/// @param beat the beat as people say it, empty where it is the whole sequence
/// @param handler who carries it out, absent where nobody says
/// @param code where the handler stands, absent where it is not mapped
/// @param document where the document says it, absent where no document does
/// @param detail a few words more
/// @param executions in how many executions it was seen
/// @param place the first of them, input and offset in one number
/// @param execution the first of them
/// @param alike all of them, where they are told by what they did
record Tally(
        String rule,
        String sequence,
        String name,
        String beat,
        @Nullable HandlerKey handler,
        @Nullable CodePlace code,
        @Nullable CodePlace document,
        String detail,
        long executions,
        long place,
        long execution,
        Alike alike) {

    /// What makes two sightings one.
    Object key() {
        String who = handler == null ? "" : handler.plugin() + "." + handler.handler();
        return rule + "\n" + sequence + "\n" + beat + "\n" + who + "\n" + detail;
    }

    Tally with(Tally other) {
        Tally first = place <= other.place ? this : other;
        return new Tally(
                rule,
                sequence,
                name,
                beat,
                handler,
                first.code == null ? code : first.code,
                first.document == null ? document : first.document,
                detail,
                executions + other.executions,
                first.place,
                first.execution,
                alike.with(other.alike));
    }
}
