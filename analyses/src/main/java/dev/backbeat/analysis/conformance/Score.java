package dev.backbeat.analysis.conformance;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document of a sequence with what production did laid over it.
///
/// @param sequence its id
/// @param name what people call it
/// @param beats as the document has them, in order
/// @param laid what executions did, the most frequent first
/// @param all how many variants there are
public record Score(String sequence, String name, List<Beat> beats, List<Laid> laid, int all) {

    /// Copies.
    public Score {
        beats = List.copyOf(beats);
        laid = List.copyOf(laid);
    }

    /// A documented beat.
    ///
    /// @param name the beat as people say it
    /// @param title what the document calls it, empty where it does not say
    /// @param movement what the document calls its movement, empty where it does not say
    /// @param handler who carries it out, absent where the document names nobody
    /// @param parallel the group of beats that run side by side, empty where it stands alone
    /// @param place where the document says it
    public record Beat(
            String name,
            String title,
            String movement,
            @Nullable HandlerKey handler,
            boolean optional,
            String parallel,
            CodePlace place) {}

    /// A variant.
    ///
    /// @param executions how many did it
    /// @param ended whether they were reported as completed
    /// @param moves moves that deviate
    /// @param worst how many would if it had nothing in common with the document
    /// @param first the first execution that did it
    /// @param steps in the order in which they ran; what is missing stands where the document has it
    public record Laid(long executions, boolean ended, long moves, long worst, ExecutionId first, List<Step> steps) {

        /// Copies.
        public Laid {
            steps = List.copyOf(steps);
        }
    }

    /// A beat that ran, or did not.
    ///
    /// @param name the beat as people say it
    /// @param beat its position in the document, -1 where the document does not have it
    /// @param manner how it stands to the document
    /// @param failed whether it, or a handler of it, failed
    public record Step(String name, int beat, Manner manner, boolean failed) {}

    /// How a beat that ran stands to the document.
    public enum Manner {
        /// As the document has it.
        DOCUMENTED,
        /// The document has it, and it did not run.
        MISSING,
        /// It ran, and the document does not have it.
        EXTRA,
        /// It ran more often than the document has it.
        REPEATED,
        /// It ran at another place than the document has it.
        OUT_OF_ORDER
    }
}
