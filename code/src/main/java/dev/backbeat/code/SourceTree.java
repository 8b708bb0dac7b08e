package dev.backbeat.code;

import java.util.List;
import java.util.Optional;

/// The files of a checkout as they are in the work tree or at one commit.
public interface SourceTree {

    /// The name of the checkout, such as the last part of its folder.
    String checkout();

    /// The commit; empty for a work tree, which may differ from any commit.
    Optional<String> commit();

    /// The files that may matter, sorted by path: without what version control ignores, without symbolic
    /// links that lead out of the tree, without files of more than [#LARGEST_FILE] bytes.
    List<Entry> files();

    /// The content of a file.
    ///
    /// @throws dev.backbeat.model.BackbeatException when it can't be read
    byte[] content(Entry file);

    /// Larger files are left out, named in [#skipped].
    long LARGEST_FILE = 8L << 20;

    /// What was left out, each with the reason, sorted by path.
    List<Skipped> skipped();

    /// A file.
    ///
    /// @param path within the tree, with `/`
    /// @param stamp changes whenever the content may have changed: the id of its content in version control,
    ///     or size and time of the last change
    record Entry(String path, long size, String stamp) {}

    /// A file that was left out.
    record Skipped(String path, String reason) {}
}
