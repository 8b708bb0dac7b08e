package dev.backbeat.code.history;

import dev.backbeat.code.SourceTree;
import dev.backbeat.code.tree.CommitTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// The history of a checkout, from its git repository.
public final class CodeHistory implements AutoCloseable {

    static {
        GitSettings.apply();
    }

    private final Repository repository;
    private final String name;
    private final String below;

    private CodeHistory(Repository repository, String name, String below) {
        this.repository = repository;
        this.name = name;
        this.below = below;
    }

    /// The history of a folder; empty where neither it nor a folder above it is a work tree of git.
    ///
    /// @throws BackbeatException `INPUT` when there is a repository that can't be read
    public static Optional<CodeHistory> of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT, "`%s` is no folder".formatted(folder), "`--code` names the folder of a checkout");
        }
        try {
            Path root = folder.toRealPath();
            FileRepositoryBuilder builder =
                    new FileRepositoryBuilder().setMustExist(true).findGitDir(root.toFile());
            if (builder.getGitDir() == null) {
                return Optional.empty();
            }
            Repository repository = builder.build();
            File workTree = repository.isBare() ? null : repository.getWorkTree();
            String below = "";
            if (workTree != null) {
                Path top = workTree.toPath().toRealPath();
                below = root.startsWith(top) ? top.relativize(root).toString().replace('\\', '/') : "";
            }
            Path last = root.getFileName();
            return Optional.of(new CodeHistory(
                    repository, last == null ? root.toString() : last.toString(), below.isEmpty() ? "" : below + "/"));
        } catch (IOException | IllegalArgumentException e) {
            // JGit says the latter of settings that are no settings.
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "the git repository of `%s` can't be read: %s".formatted(folder, e.getMessage()),
                            "`git fsck` tells what is wrong with it")
                    .causedBy(e);
        }
    }

    /// The commit that is checked out; empty in a repository without commits.
    public Optional<String> head() {
        return commit(Constants.HEAD);
    }

    /// Where the host of the repository shows a file, as [RepositoryPages#template] says it; empty without a remote, or
    /// where the addresses of its host are not known.
    public Optional<String> pages() {
        String remote = repository.getConfig().getString("remote", "origin", "url");
        return remote == null ? Optional.empty() : RepositoryPages.template(remote, below);
    }

    /// The full id of a commit, by its id, a beginning of its id, a tag or a branch; empty where there is
    /// none.
    public Optional<String> commit(String revision) {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId id = repository.resolve(revision + "^{commit}");
            return id == null
                    ? Optional.empty()
                    : Optional.of(walk.parseCommit(id).name());
        } catch (IOException | RevisionSyntaxException e) {
            return Optional.empty();
        }
    }

    /// The full id of the commit that a tag names; empty where there is no such tag.
    public Optional<String> tagged(String tag) {
        String ref = Constants.R_TAGS + tag;
        try {
            // What only looks like a tag JGit would take for an expression.
            return Repository.isValidRefName(ref) && repository.exactRef(ref) != null ? commit(ref) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The files of a commit, those of the checkout's folder only.
    ///
    /// @param commit its full id
    public SourceTree tree(String commit) {
        return new CommitTree(repository, name, commit, below);
    }

    /// Whether one commit is among the ancestors of another; false where either can't be read.
    public boolean isAncestor(String ancestor, String commit) {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                    walk.parseCommit(ObjectId.fromString(ancestor)), walk.parseCommit(ObjectId.fromString(commit)));
        } catch (IOException e) {
            return false;
        }
    }

    /// The content of a file at a commit; empty where the commit has no such file.
    ///
    /// @param commit its full id
    /// @param path within the checkout
    public Optional<byte[]> content(String commit, String path) {
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = TreeWalk.forPath(
                        repository,
                        below + path,
                        commits.parseCommit(ObjectId.fromString(commit)).getTree())) {
            if (walk == null || walk.getFileMode(0).getObjectType() != Constants.OBJ_BLOB) {
                return Optional.empty();
            }
            ObjectLoader blob = repository.open(walk.getObjectId(0), Constants.OBJ_BLOB);
            if (blob.getSize() > SourceTree.LARGEST_FILE) {
                throw BackbeatException.of(
                        ErrorCode.INPUT, "`%s` of `%s` has %d bytes".formatted(path, commit, blob.getSize()));
            }
            return Optional.of(blob.getBytes());
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "`%s` of `%s` can't be read: %s".formatted(path, commit, e.getMessage()),
                            "a shallow clone lacks old commits")
                    .causedBy(e);
        }
    }

    /// The files that git sees as renamed from one commit to another: old path to new path, within the
    /// checkout.
    public Map<String, String> renamedFiles(String from, String to) {
        try (TreeWalk walk = new TreeWalk(repository);
                RevWalk commits = new RevWalk(repository)) {
            walk.addTree(commits.parseCommit(ObjectId.fromString(from)).getTree());
            walk.addTree(commits.parseCommit(ObjectId.fromString(to)).getTree());
            walk.setRecursive(true);
            walk.setFilter(
                    below.isEmpty()
                            ? TreeFilter.ANY_DIFF
                            : AndTreeFilter.create(PathFilter.create(below), TreeFilter.ANY_DIFF));
            RenameDetector detector = new RenameDetector(repository);
            detector.addAll(DiffEntry.scan(walk));
            Map<String, String> renamed = new HashMap<>();
            for (DiffEntry change : detector.compute()) {
                if (change.getChangeType() == DiffEntry.ChangeType.RENAME
                        && change.getOldPath().startsWith(below)
                        && change.getNewPath().startsWith(below)) {
                    renamed.put(
                            change.getOldPath().substring(below.length()),
                            change.getNewPath().substring(below.length()));
                }
            }
            return renamed;
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "`%s` and `%s` can't be compared: %s".formatted(from, to, e.getMessage()),
                            "a shallow clone lacks old commits")
                    .causedBy(e);
        }
    }

    /// How files changed up to a commit: one walk over the commits that touch any of them.
    ///
    /// @param commit its full id
    /// @param paths within the checkout
    public FileChanges changes(String commit, Set<String> paths) {
        return FileChanges.of(repository, below, commit, paths);
    }

    @Override
    public void close() {
        repository.close();
    }
}
