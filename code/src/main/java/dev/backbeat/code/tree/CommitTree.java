package dev.backbeat.code.tree;

import dev.backbeat.code.SourceTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/// The files of one commit. The stamp of a file is the id of its content.
public final class CommitTree implements SourceTree {

    private static final List<String> NEVER = List.of("node_modules/", ".backbeat/");

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
    /// @param below the folder within the repository whose files are meant, with a `/` at its end; empty for
    ///     all
    /// @throws BackbeatException `INPUT` when the repository is damaged
    public CommitTree(Repository repository, String name, String commit, String below) {
        this.repository = repository;
        this.name = name;
        this.commit = commit;
        this.below = below;
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(ObjectId.fromString(commit)).getTree());
            walk.setRecursive(true);
            if (!below.isEmpty()) {
                walk.setFilter(PathFilter.create(below));
            }
            while (walk.next()) {
                if (walk.getPathString().startsWith(below)) {
                    add(walk, walk.getPathString().substring(below.length()));
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        files.sort(Comparator.comparing(Entry::path));
        skipped.sort(Comparator.comparing(Skipped::path));
    }

    private void add(TreeWalk walk, String path) throws IOException {
        if (walk.getFileMode(0) == FileMode.GITLINK) {
            skipped.add(new Skipped(path, "it is a submodule, a repository of its own"));
            return;
        }
        if (isNever(path)) {
            return;
        }
        ObjectReader reader = walk.getObjectReader();
        ObjectId blob = walk.getObjectId(0);
        try {
            long size = reader.getObjectSize(blob, Constants.OBJ_BLOB);
            if (size > LARGEST_FILE) {
                skipped.add(new Skipped(path, "it has " + size + " bytes"));
            } else if (walk.getFileMode(0) == FileMode.SYMLINK) {
                link(path, new String(reader.open(blob).getBytes(), StandardCharsets.UTF_8));
            } else {
                files.add(new Entry(path, size, blob.name()));
            }
        } catch (MissingObjectException e) {
            skipped.add(new Skipped(path, "its content is not in the repository, which is a partial clone"));
        }
    }

    private static boolean isNever(String path) {
        return NEVER.stream().anyMatch(folder -> path.startsWith(folder) || path.contains("/" + folder));
    }

    /// A link to a file inside of the tree is another name of a file that is listed anyway.
    private void link(String path, String target) {
        int depth = (int) path.chars().filter(c -> c == '/').count();
        boolean leadsOut = target.startsWith("/");
        for (String part : target.split("/", -1)) {
            depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            leadsOut |= depth < 0;
        }
        if (leadsOut) {
            skipped.add(new Skipped(path, "it is a symbolic link out of the checkout"));
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
            return repository
                    .open(ObjectId.fromString(file.stamp()), Constants.OBJ_BLOB)
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
