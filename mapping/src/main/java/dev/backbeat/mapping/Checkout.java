package dev.backbeat.mapping;

import dev.backbeat.code.history.CodeHistory;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.code.tree.WorkTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A checkout whose versions are indexed as they are asked for, each once.
final class Checkout implements AutoCloseable {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    private final Path root;
    private final Indexer indexer;
    private final @Nullable CodeHistory history;
    private final Map<String, CodeIndex> commits = new HashMap<>();
    private @Nullable CodeIndex workTree;

    /// A version of the checkout and why it is this one.
    ///
    /// @param commit the commit whose files it has; `null` for the work tree
    record Version(CodeIndex index, @Nullable String commit, String reason) {}

    Checkout(Path root, Indexer indexer) {
        this.root = root;
        this.indexer = indexer;
        this.history = CodeHistory.of(root).orElse(null);
    }

    Path root() {
        return root;
    }

    /// The version that a build ran: its commit, or the tag or the beginning of a commit that its label is, or, where
    /// the repository has none of these, the work tree.
    Version version(@Nullable String label, @Nullable String commit) {
        CodeHistory known = history;
        if (known == null) {
            return new Version(workTree(), null, "work tree, may differ from the build; the folder is no git repository");
        }
        if (commit != null) {
            Optional<String> found = known.commit(commit);
            return found.map(id -> at(known, id, "the build's commit"))
                    .orElseGet(() -> new Version(
                            workTree(),
                            null,
                            "work tree, may differ from the build; commit `%s` is not in the repository"
                                    .formatted(commit)));
        }
        if (label != null) {
            Optional<String> tagged = known.commit("refs/tags/" + label);
            if (tagged.isPresent()) {
                return at(known, tagged.get(), "the tag `%s`".formatted(label));
            }
            Optional<String> named = COMMIT.matcher(label).matches() ? known.commit(label) : Optional.empty();
            if (named.isPresent()) {
                return at(known, named.get(), "the commit that the build is named after");
            }
        }
        return new Version(workTree(), null, "work tree, may differ from the build; no commit of the build is known");
    }

    /// The files that git sees as renamed between two commits.
    Map<String, String> renamedFiles(String from, String to) {
        CodeHistory known = history;
        return known == null ? Map.of() : known.renamedFiles(from, to);
    }

    private Version at(CodeHistory known, String commit, String reason) {
        CodeIndex index = commits.get(commit);
        if (index == null) {
            index = indexer.index(known.tree(commit));
            commits.put(commit, index);
        }
        return new Version(index, commit, reason);
    }

    private CodeIndex workTree() {
        CodeIndex index = workTree;
        if (index == null) {
            index = indexer.index(WorkTree.of(root));
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
