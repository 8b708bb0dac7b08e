package dev.backbeat.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the code says of the handlers and sequences that the store holds: derived from checkouts, replaced
/// as a whole
/// whenever it is derived again. A build is its label and its commit; either may be absent.
///
/// @param checkouts what was read, one row for each build and checkout
/// @param mappings one row for each handler and build
/// @param beatHandlers one row for each kind of beat and build
/// @param documentedBeats one row for each beat of each document
/// @param renames handlers that go on under another name or at another place in another build
/// @param problems what could not be read as it is meant to be
/// @param routes one row for each way from a topic or an interaction to a sequence that a manifest documents
/// @param topicUses one row for each call outside of tests that subscribes, publishes or plays
public record CodeFacts(
        List<Checkout> checkouts,
        List<Mapping> mappings,
        List<BeatHandler> beatHandlers,
        List<DocumentedBeat> documentedBeats,
        List<Rename> renames,
        List<Problem> problems,
        List<Route> routes,
        List<TopicUse> topicUses) {

    /// Copies.
    public CodeFacts {
        checkouts = List.copyOf(checkouts);
        mappings = List.copyOf(mappings);
        beatHandlers = List.copyOf(beatHandlers);
        documentedBeats = List.copyOf(documentedBeats);
        renames = List.copyOf(renames);
        problems = List.copyOf(problems);
        routes = List.copyOf(routes);
        topicUses = List.copyOf(topicUses);
    }

    /// The version of a checkout that a build was mapped against.
    ///
    /// @param checkout what it is called
    /// @param root its folder
    /// @param treeCommit the commit whose files were read; absent where they are those of the work tree
    /// @param reason why this version
    public record Checkout(
            @Nullable String build,
            @Nullable String commit,
            String checkout,
            String root,
            @Nullable String treeCommit,
            String reason,
            int files,
            int functions,
            int sequences) {}

    /// Which function a handler is.
    ///
    /// @param checkout the checkout that has it; absent, as all that follows, where the mapping abstains
    /// @param treeCommit the commit that has it at this line; absent for a work tree, which may differ from
    ///     the build
    /// @param symbol its qualified name
    /// @param bodyHash the same for a function that only moved or was renamed
    /// @param confidence in percent, 0 where the mapping abstains
    /// @param candidates the functions that could be meant where there are several, joined by `, `
    public record Mapping(
            @Nullable String build,
            @Nullable String commit,
            String plugin,
            String sequenceId,
            String handler,
            @Nullable String checkout,
            @Nullable String treeCommit,
            @Nullable String path,
            int line,
            int endLine,
            @Nullable String symbol,
            long bodyHash,
            String strategy,
            int confidence,
            String reason,
            @Nullable String candidates) {}

    /// Which handler a kind of beat has.
    ///
    /// @param sequence the sequence's id, or its name where no id is known
    /// @param number the beat's number, -1 where it is not known
    /// @param source who says it: `document` or `log`
    public record BeatHandler(
            @Nullable String build,
            @Nullable String commit,
            String sequence,
            @Nullable String event,
            int number,
            String plugin,
            String sequenceId,
            String handler,
            String source) {}

    /// A beat as one document describes it.
    ///
    /// @param position from 0, over all movements
    /// @param number as the document says it, -1 where it says none
    public record DocumentedBeat(
            @Nullable String build,
            @Nullable String commit,
            String checkout,
            @Nullable String treeCommit,
            String path,
            int line,
            String sequenceId,
            String sequenceName,
            @Nullable String plugin,
            int movement,
            @Nullable String movementName,
            int position,
            int number,
            @Nullable String event,
            @Nullable String title,
            @Nullable String handler,
            @Nullable String timing,
            @Nullable String kind,
            boolean optional,
            @Nullable String parallel,
            @Nullable String module) {}

    /// A handler that goes on in another build.
    ///
    /// @param kind `renamed` or `moved`
    /// @param similarity of the two bodies, in percent
    public record Rename(
            String plugin,
            String sequenceId,
            String fromHandler,
            String toHandler,
            String fromCommit,
            String toCommit,
            String fromPath,
            int fromLine,
            String toPath,
            int toLine,
            String kind,
            int similarity) {}

    /// Something in a checkout that can't be read as it is meant to be.
    public record Problem(
            String checkout, @Nullable String treeCommit, String kind, String path, int line, String message) {}

    /// A way from a topic or an interaction to a sequence, as one manifest documents it.
    ///
    /// @param kind `topic` or `interaction`
    /// @param name the topic or the interaction
    /// @param plugin who is asked to play it; absent where the manifest names nobody
    /// @param sequenceId the sequence; absent for a topic that leads nowhere
    public record Route(
            @Nullable String build,
            @Nullable String commit,
            String checkout,
            @Nullable String treeCommit,
            String kind,
            String name,
            @Nullable String plugin,
            @Nullable String sequenceId,
            String path,
            int line) {}

    /// A call that subscribes to a topic, publishes to one, or plays a sequence.
    ///
    /// @param kind `subscribe`, `publish` or `play`
    /// @param topic the topic, or the sequence's id for `play`, with `*` for each hole of a template; absent
    ///     where only running code can tell
    /// @param topicName the name that stands for it in the code; absent where a literal says it
    /// @param function the qualified name of the function around it; empty at the top level of a file
    /// @param callee what is called, as it is written
    public record TopicUse(
            @Nullable String build,
            @Nullable String commit,
            String checkout,
            @Nullable String treeCommit,
            String kind,
            @Nullable String topic,
            @Nullable String topicName,
            String function,
            String callee,
            String path,
            int line) {}
}
