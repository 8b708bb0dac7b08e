package dev.backbeat.mapping;

import dev.backbeat.code.SourceTree;
import dev.backbeat.code.history.CodeHistory;
import dev.backbeat.code.history.FileChanges;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.code.tree.WorkTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A checkout whose versions are indexed as they are asked for, each once.
final class Checkout implements AutoCloseable {

    /// A commit or its beginning, also as `git describe` writes it. A branch is none: it moves.
    private static final Pattern COMMIT = Pattern.compile("(?:.*-g)?([0-9a-fA-F]{7,64})");

    private final Path root;
    private final Indexer indexer;
    private final @Nullable CodeHistory history;
    private final Map<String, CodeIndex> commits = new HashMap<>();
    private @Nullable CodeIndex workTree;
    private @Nullable SourceTree files;

    /// A version of the checkout and why it is this one.
    ///
    /// @param tree the files it has
    /// @param commit the commit whose files it has; `null` for the work tree
    record Version(
            CodeIndex index, SourceTree tree, @Nullable String commit, String reason) {}

    Checkout(Path root, Indexer indexer) {
        this.root = root.toAbsolutePath().normalize();
        this.indexer = indexer;
        this.history = CodeHistory.of(root).orElse(null);
    }

    Path root() {
        return root;
    }

    /// The version that a build ran: its commit, or the tag or the beginning of a commit that its label is,
    /// or, where the repository has none of these, the work tree.
    Version version(@Nullable String label, @Nullable String commit) {
        CodeHistory known = history;
        if (known == null) {
            return instead("the folder is no git repository");
        }
        if (commit != null) {
            Optional<String> found = commit(known, commit).or(() -> known.tagged(commit));
            return found.map(id -> at(known, id, "the build's commit"))
                    .orElseGet(() -> instead("commit `%s` is not in the repository".formatted(commit)));
        }
        if (label != null) {
            Optional<String> tagged = known.tagged(label);
            if (tagged.isPresent()) {
                return at(known, tagged.get(), "the tag `%s`".formatted(label));
            }
            Optional<String> named = commit(known, label);
            if (named.isPresent()) {
                return at(known, named.get(), "the commit that the build is named after");
            }
        }
        return instead("no commit of the build is known");
    }

    private Version instead(String why) {
        CodeIndex index = workTree();
        return new Version(index, Objects.requireNonNull(files), null, "work tree, may differ from the build; " + why);
    }

    private static Optional<String> commit(CodeHistory known, String text) {
        Matcher matcher = COMMIT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1).toLowerCase(Locale.ROOT);
        return known.commit(digits).filter(id -> id.startsWith(digits));
    }

    /// Whether one commit is among the ancestors of another; false where git can't tell.
    boolean isBefore(String commit, String other) {
        CodeHistory known = history;
        return known != null && known.isAncestor(commit, other);
    }

    /// How files changed up to a version; nothing where git can't tell.
    ///
    /// @param commit the version's commit; `null` for the one that is checked out
    FileChanges changes(@Nullable String commit, Set<String> paths) {
        CodeHistory known = history;
        if (known == null) {
            return FileChanges.unknown();
        }
        Optional<String> to = commit == null ? known.head() : Optional.of(commit);
        return to.map(id -> known.changes(id, paths)).orElseGet(FileChanges::unknown);
    }

    /// The files that git sees as renamed between two commits; none where it can't tell.
    Map<String, String> renamedFiles(String from, String to) {
        CodeHistory known = history;
        try {
            return known == null ? Map.of() : known.renamedFiles(from, to);
        } catch (BackbeatException e) {
            return Map.of();
        }
    }

    private Version at(CodeHistory known, String commit, String reason) {
        CodeIndex index = commits.get(commit);
        if (index == null) {
            try {
                index = indexer.index(known.tree(commit));
            } catch (BackbeatException e) {
                if (e.code() != ErrorCode.INPUT) {
                    throw e;
                }
                // One damaged commit does not take the other builds with it.
                return instead(String.valueOf(e.getMessage()));
            }
            commits.put(commit, index);
        }
        return new Version(index, known.tree(commit), commit, reason);
    }

    private CodeIndex workTree() {
        CodeIndex index = workTree;
        if (index == null) {
            WorkTree tree = WorkTree.of(root);
            index = indexer.index(tree);
            files = tree;
            workTree = index;
        }
        return index;
    }

    @Override
    public void close() {
        CodeHistory known = history;
        if (known != null) {
            known.close();
        }
    }
}
