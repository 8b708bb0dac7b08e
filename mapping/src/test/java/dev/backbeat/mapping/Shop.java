package dev.backbeat.mapping;

import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.code.tree.WorkTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/// A checkout of a shop that is filled file by file, with documents as the conductor reads them.
record Shop(Path root) {

    private static final PersonIdent SOMEBODY = new PersonIdent("Somebody", "somebody@example.org");

    Shop file(String path, String... lines) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A documented sequence without an index, each beat as `event>handler`, numbered from 1.
    Shop sequence(String plugin, String id, String... beats) {
        StringBuilder text = new StringBuilder("{\"id\": \"%s\", \"name\": \"%s Sequence\",".formatted(id, id));
        text.append(plugin.isEmpty() ? "" : "\"pluginId\": \"" + plugin + "\",");
        text.append("\"movements\": [{\"name\": \"All\", \"beats\": [");
        for (int i = 0; i < beats.length; i++) {
            String[] parts = beats[i].split(">");
            text.append(i == 0 ? "\n" : ",\n")
                    .append("{\"beat\": %d, \"event\": \"%s\", \"handler\": \"%s\"}"
                            .formatted(i + 1, parts[0], parts[1]));
        }
        return file("json-sequences/" + plugin + id + ".json", text + "]}]}");
    }

    /// An index that says which module carries sequences of a plugin out, each `id>module`.
    Shop carriedOut(String name, String plugin, String... entries) {
        StringBuilder text = new StringBuilder("{\"sequences\": [");
        for (int i = 0; i < entries.length; i++) {
            String[] parts = entries[i].split(">");
            text.append(i == 0 ? "" : ",")
                    .append("{\"file\": \"%s%s.json\", \"handlersPath\": \"%s\"}"
                            .formatted(plugin, parts[0], parts[1]));
        }
        return file("json-sequences/" + name + ".json", text + "]}");
    }

    Shop manifest(String plugin, String module) {
        return file(
                "plugin-manifest.json",
                "{\"plugins\": [{\"id\": \"%s\", \"runtime\": {\"module\": \"%s\"}}]}".formatted(plugin, module));
    }

    static Indexer indexer(Path cache) {
        return new Indexer(List.of(new ToyScript()), List.of(new ConductorDocuments()), cache);
    }

    CodeIndex index() {
        return indexer(root.resolveSibling("cache")).index(WorkTree.of(root));
    }

    /// Commits all that is there and nothing else; makes the repository where there is none.
    ///
    /// @param tag none where it is empty
    String commit(String tag) {
        try (Git git =
                Git.init().setDirectory(root.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            String id = git.commit()
                    .setMessage("all")
                    .setAuthor(SOMEBODY)
                    .setCommitter(SOMEBODY)
                    .setSign(false)
                    .call()
                    .name();
            if (!tag.isEmpty()) {
                git.tag().setName(tag).setSigned(false).setTagger(SOMEBODY).call();
            }
            return id;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }
}
