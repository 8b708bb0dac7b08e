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
public record CodeFacts(
        List<Checkout> checkouts,
        List<Mapping> mappings,
        List<BeatHandler> beatHandlers,
        List<DocumentedBeat> documentedBeats,
        List<Rename> renames,
        List<Problem> problems) {

    /// Copies.
    public CodeFacts {
        checkouts = List.copyOf(checkouts);
        mappings = List.copyOf(mappings);
        beatHandlers = List.copyOf(beatHandlers);
        documentedBeats = List.copyOf(documentedBeats);
        renames = List.copyOf(renames);
        problems = List.copyOf(problems);
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
}
