package dev.backbeat.code.tree;

import dev.backbeat.code.SourceTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The files of one commit. The stamp of a file is the id of its content.
public final class CommitTree implements SourceTree {

    private final Repository repository;
    private final String name;
    private final String commit;
    private final String below;
    private final List<Entry> files = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    /// Lists the files of a commit.
    ///
    /// @param name what the checkout is called
    /// @param commit the commit's full id
    /// @param below the folder within the repository whose files are meant, with a `/` at its end; empty for all
    /// @throws BackbeatException `INPUT` when the repository is damaged
    public CommitTree(Repository repository, String name, String commit, String below) {
        this.repository = repository;
        this.name = name;
        this.commit = commit;
        this.below = below;
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            RevCommit parsed = commits.parseCommit(ObjectId.fromString(commit));
            walk.addTree(parsed.getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                add(walk);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        files.sort(Comparator.comparing(Entry::path));
    }

    private void add(TreeWalk walk) throws IOException {
        String path = walk.getPathString();
        if (!path.startsWith(below) || walk.getFileMode(0) == FileMode.GITLINK) {
            return;
        }
        String within = path.substring(below.length());
        if (walk.getFileMode(0) == FileMode.SYMLINK) {
            skipped.add(new Skipped(within, "it is a symbolic link"));
            return;
        }
        ObjectReader reader = walk.getObjectReader();
        ObjectId blob = walk.getObjectId(0);
        long size = reader.getObjectSize(blob, Constants.OBJ_BLOB);
        if (size > LARGEST_FILE) {
            skipped.add(new Skipped(within, "it has " + size + " bytes"));
        } else if (!within.startsWith("node_modules/") && !within.contains("/node_modules/")) {
            files.add(new Entry(within, size, blob.name()));
        }
    }

    @Override
    public String checkout() {
        return name;
    }

    @Override
    public Optional<String> commit() {
        return Optional.of(commit);
    }

    @Override
    public List<Entry> files() {
        return List.copyOf(files);
    }

    @Override
    public byte[] content(Entry file) {
        try {
            return repository.open(ObjectId.fromString(file.stamp()), Constants.OBJ_BLOB)
                    .getBytes((int) LARGEST_FILE);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    private BackbeatException unreadable(IOException e) {
        return BackbeatException.withHint(
                        ErrorCode.INPUT,
                        "commit `%s` of `%s` can't be read: %s".formatted(commit, name + "/" + below, e.getMessage()),
                        "`git fsck` tells what is wrong with the repository; a shallow clone lacks old commits")
                .causedBy(e);
    }
}
