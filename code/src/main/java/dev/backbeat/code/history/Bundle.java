package dev.backbeat.code.history;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.CloneCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/// A repository in one file, as `git bundle` writes it.
public final class Bundle {

    private Bundle() {}

    /// Makes a checkout of a bundle's head.
    ///
    /// @param folder where; nothing happens where it holds a repository already
    /// @throws BackbeatException `INPUT` when the bundle can't be read
    public static void checkOut(Path bundle, Path folder) {
        if (Files.isDirectory(folder.resolve(".git"))) {
            return;
        }
        GitSettings.apply();
        CloneCommand clone =
                Git.cloneRepository().setURI(bundle.toAbsolutePath().toString()).setDirectory(folder.toFile());
        try (Git made = clone.call()) {
            // What is needed now lies in the folder.
            made.getRepository().getRefDatabase();
        } catch (GitAPIException e) {
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "`%s` can't be unpacked: %s".formatted(bundle, e.getMessage()),
                            "check that the file is whole and that there is room in `%s`".formatted(folder))
                    .causedBy(e);
        }
    }
}
