package dev.backbeat.code.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sequence as one document describes it. Several documents may describe the same one.
///
/// @param id its id
/// @param name what people call it
/// @param plugin who owns it; `null` where the document does not say
/// @param path the document, within the checkout
/// @param line where it begins
/// @param modules the modules whose exported `handlers` carry it out, as index files name them; each with the
///     place
/// @param movements in order
public record DocumentedSequence(
        String id,
        String name,
        @Nullable String plugin,
        String path,
        int line,
        List<ModuleName> modules,
        List<Movement> movements) {

    /// Copies.
    public DocumentedSequence {
        modules = List.copyOf(modules);
        movements = List.copyOf(movements);
    }

    /// The beats of all movements, in order.
    public List<Beat> beats() {
        return movements.stream().flatMap(movement -> movement.beats().stream()).toList();
    }

    /// A module and the index that names it.
    public record ModuleName(String specifier, String path, int line) {}

    /// A movement.
    public record Movement(String id, String name, int line, List<Beat> beats) {

        /// Copies.
        public Movement {
            beats = List.copyOf(beats);
        }
    }

    /// A beat.
    ///
    /// @param number as the document says it, neither unique nor a position; -1 where it says none
    /// @param event the event it emits; empty where the document names none
    /// @param title what people call it; empty where the document does not say
    /// @param handler the name of the handler; empty where the document names none
    /// @param timing such as `immediate` or `after-beat`; empty where the document does not say
    /// @param kind such as `pure` or `io`; empty where the document does not say
    /// @param optional whether an execution may leave it out
    /// @param parallel the group of beats that run side by side; empty where it stands alone
    /// @param tests the tests that the document names for it
    /// @param line where it begins in the document
    public record Beat(
            int number,
            String event,
            String title,
            String handler,
            String timing,
            String kind,
            boolean optional,
            String parallel,
            List<TestName> tests,
            int line) {

        /// Copies.
        public Beat {
            tests = List.copyOf(tests);
        }
    }

    /// A test that a document names.
    public record TestName(String file, String title) {}
}
