package dev.backbeat.code.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.BlameCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.errors.RevWalkException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/// How files changed up to a commit. Which commit changed certain lines last comes from git's blame of the
/// file, where there are not too many files; else it is the last one that changed the file. Where the history
/// is damaged or shallow, what can be read of it counts.
public final class FileChanges {

    /// How far back changes are counted, in days before the newest commit.
    public static final int DAYS = 90;

    private static final int MOST_COMMITS = 20_000;
    private static final int MOST_BLAMED = 200;
    private static final long SECONDS_OF_DAYS = TimeUnit.DAYS.toSeconds(DAYS);

    private final Map<String, List<Change>> byPath = new HashMap<>();
    private final Map<String, BlameResult> blamed = new HashMap<>();
    private final @Nullable Repository repository;
    private final String below;
    private final @Nullable ObjectId until;
    private long newest;

    /// A change of a file.
    ///
    /// @param nanos when it was committed, since 1970
    public record Change(String commit, long nanos) {}

    private FileChanges(@Nullable Repository repository, String below, @Nullable ObjectId until) {
        this.repository = repository;
        this.below = below;
        this.until = until;
    }

    /// Nothing is known.
    public static FileChanges unknown() {
        return new FileChanges(null, "", null);
    }

    static FileChanges of(Repository repository, String below, String commit, Set<String> paths) {
        ObjectId until = ObjectId.fromString(commit);
        FileChanges changes = new FileChanges(repository, below, until);
        if (!paths.isEmpty()) {
            try {
                changes.walk(repository, until, paths);
            } catch (IOException | RevWalkException e) {
                // A damaged or shallow history ends early: what was read until then is known.
                return changes;
            }
        }
        return changes;
    }

    private void walk(Repository repository, ObjectId until, Set<String> paths) throws IOException {
        TreeFilter files = AndTreeFilter.create(
                PathFilterGroup.createFromStrings(
                        paths.stream().map(path -> below + path).toList()),
                TreeFilter.ANY_DIFF);
        try (RevWalk commits = new RevWalk(repository);
                RevWalk parents = new RevWalk(repository);
                TreeWalk trees = new TreeWalk(repository)) {
            RevCommit start = commits.parseCommit(until);
            newest = start.getCommitTime();
            commits.markStart(start);
            commits.setTreeFilter(files);
            commits.setRewriteParents(false);
            int seen = 0;
            for (RevCommit commit : commits) {
                if (++seen > MOST_COMMITS) {
                    break;
                }
                trees.reset();
                trees.setRecursive(true);
                trees.setFilter(files);
                if (commit.getParentCount() == 0) {
                    trees.addTree(new EmptyTreeIterator());
                } else {
                    trees.addTree(parents.parseCommit(commit.getParent(0)).getTree());
                }
                trees.addTree(commit.getTree());
                Change change = new Change(commit.name(), TimeUnit.SECONDS.toNanos(commit.getCommitTime()));
                while (trees.next()) {
                    byPath.computeIfAbsent(trees.getPathString().substring(below.length()), key -> new ArrayList<>())
                            .add(change);
                }
            }
        }
    }

    /// How many commits changed a file within [#DAYS] before the newest commit.
    public int count(String path) {
        return (int) byPath.getOrDefault(path, List.of()).stream()
                .filter(change -> TimeUnit.NANOSECONDS.toSeconds(change.nanos()) >= newest - SECONDS_OF_DAYS)
                .count();
    }

    /// The last change of lines of a file; empty where none is known.
    ///
    /// @param line the first, from 1
    public Optional<Change> last(String path, int line, int endLine) {
        List<Change> changes = byPath.getOrDefault(path, List.of());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        BlameResult blame = blamed.size() < MOST_BLAMED || blamed.containsKey(path)
                ? blamed.computeIfAbsent(path, this::blame)
                : null;
        if (blame == null
                || blame.getResultContents() == null
                || blame.getResultContents().size() < endLine) {
            return Optional.of(changes.getFirst());
        }
        Set<String> commits = new HashSet<>();
        for (int i = line - 1; i < endLine; i++) {
            RevCommit commit = blame.getSourceCommit(i);
            if (commit != null) {
                commits.add(commit.name());
            }
        }
        // In the order of the history: commits of one second have no other.
        return changes.stream()
                .filter(change -> commits.contains(change.commit()))
                .findFirst()
                .or(() -> Optional.of(changes.getFirst()));
    }

    private @Nullable BlameResult blame(String path) {
        Repository known = repository;
        if (known == null) {
            return null;
        }
        try {
            return new BlameCommand(known)
                    .setFilePath(below + path)
                    .setStartCommit(until)
                    .setFollowFileRenames(false)
                    .call();
        } catch (GitAPIException e) {
            // The last change of the file stands in.
            return null;
        }
    }
}
