package dev.backbeat.code;

import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/// A repository whose work tree is a folder.
///
/// @param folder what the next commit holds
public record Repo(Git git, Folder folder) implements AutoCloseable {

    private static final PersonIdent SOMEBODY = new PersonIdent("Somebody", "somebody@example.org");

    /// An empty repository.
    public static Repo in(Path root) {
        try {
            return new Repo(
                    Git.init()
                            .setDirectory(root.toFile())
                            .setInitialBranch("main")
                            .call(),
                    new Folder(root));
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes a file of the next commit.
    public Repo file(String path, String... lines) {
        folder.file(path, lines);
        return this;
    }

    /// Commits all that is there and nothing else.
    ///
    /// @return the commit's id
    public String commit(String message) {
        try {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            return git.commit()
                    .setMessage(message)
                    .setAuthor(SOMEBODY)
                    .setCommitter(SOMEBODY)
                    .setSign(false)
                    .call()
                    .name();
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Tags the last commit.
    public Repo tag(String name) {
        try {
            git.tag().setName(name).setSigned(false).setTagger(SOMEBODY).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
