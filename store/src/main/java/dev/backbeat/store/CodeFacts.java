package dev.backbeat.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the code says of the handlers and sequences that the store holds: derived from checkouts,
/// replaced as a whole whenever it is derived again. A build is its label and its commit; either may be
/// absent.
///
/// @param checkouts what was read, one row for each build and checkout
/// @param mappings one row for each handler and build
/// @param beatHandlers one row for each kind of beat and build
/// @param documentedBeats one row for each beat of each document
/// @param renames handlers that go on under another name or at another place in another build
/// @param problems what could not be read as it is meant to be
/// @param routes one row for each way from a topic or an interaction to a sequence that a manifest documents
/// @param topicUses one row for each call outside of tests that subscribes, publishes or plays
/// @param knownHandlers one row for each handler that documents, code or logs know of, in the newest build
/// @param handlerTests the tests that are said to reach a handler, one row each
public record CodeFacts(
        List<Checkout> checkouts,
        List<Mapping> mappings,
        List<BeatHandler> beatHandlers,
        List<DocumentedBeat> documentedBeats,
        List<Rename> renames,
        List<Problem> problems,
        List<Route> routes,
        List<TopicUse> topicUses,
        List<KnownHandler> knownHandlers,
        List<HandlerTest> handlerTests) {

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
        knownHandlers = List.copyOf(knownHandlers);
        handlerTests = List.copyOf(handlerTests);
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

    /// A handler, whether it ran or not, and how the code comes to it.
    ///
    /// @param sequenceId the sequence that names it; empty where none does
    /// @param source who knows of it: `document`, `handler_map`, `export` or `log`
    /// @param path its file; absent, as all that describes code, where the mapping abstains
    /// @param document the document that names it, and its line
    /// @param mounted whether that document is loaded; true where there is none
    /// @param way how code comes to it: `ran`, `played`, `named`, `handed_on`, `computed`, `loaded`; absent
    ///     where nothing that can run names it, or where `way_reason` says why that is not known
    /// @param wayPath the place where it does
    /// @param wayOnError whether that place stands where errors are handled
    /// @param wayReason what the way means in words, or why there is none
    /// @param open whether modules are loaded by names that only running code could tell
    /// @param changedCommit the last commit that changed its lines; absent without history
    /// @param changedNanos when that was, since 1970
    /// @param changes how many commits changed its file in the 90 days before the newest commit
    public record KnownHandler(
            @Nullable String build,
            @Nullable String commit,
            String plugin,
            String sequenceId,
            String handler,
            String source,
            @Nullable String checkout,
            @Nullable String treeCommit,
            @Nullable String path,
            int line,
            int endLine,
            @Nullable String symbol,
            @Nullable String document,
            int documentLine,
            boolean mounted,
            @Nullable String way,
            @Nullable String wayPath,
            int wayLine,
            boolean wayOnError,
            String wayReason,
            boolean open,
            @Nullable String changedCommit,
            long changedNanos,
            int changes) {}

    /// A test that is said to reach a handler.
    ///
    /// @param source who says so: `document`, `audit`, `handler_tests` or `import`
    /// @param path the test's file as it is in the checkout, or as it is said where it is not there; absent
    ///     where it is said that there is no test
    /// @param line where the test is; 0 where that is not known
    /// @param title the test's title; absent where it is not said
    /// @param existsThere whether the checkout has the file
    /// @param distance over how many imports the test reaches the handler's file; 0 where somebody says so
    public record HandlerTest(
            @Nullable String build,
            @Nullable String commit,
            String plugin,
            String sequenceId,
            String handler,
            String source,
            String checkout,
            @Nullable String path,
            int line,
            @Nullable String title,
            boolean existsThere,
            int distance) {}
}
