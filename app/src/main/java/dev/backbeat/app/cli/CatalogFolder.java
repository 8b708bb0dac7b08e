package dev.backbeat.app.cli;

import dev.backbeat.app.engine.LearnedCatalog.Document;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The folder that learned documents go to.
final class CatalogFolder {

    private static final int NAMED = 5;

    private final Path folder;

    CatalogFolder(Path folder) {
        this.folder = folder;
    }

    /// What became of documents.
    record Written(int written, int same) {}

    /// Writes documents; nothing where one is there that differs.
    ///
    /// @param force whether what differs is overwritten
    /// @throws BackbeatException `USAGE` where one differs, or the folder can't be written
    Written write(List<Document> documents, boolean force) {
        try {
            List<Document> changed = new ArrayList<>();
            List<String> differing = new ArrayList<>();
            for (Document document : documents) {
                Path file = folder.resolve(document.name());
                boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
                if (!there || !same(file, document)) {
                    changed.add(document);
                }
                if (there && !same(file, document)) {
                    differing.add(document.name());
                }
            }
            if (!differing.isEmpty() && !force) {
                throw differs(differing);
            }
            Files.createDirectories(folder);
            for (Document document : changed) {
                WholeFile.write(folder.resolve(document.name()), target -> target.append(document.content()));
            }
            return new Written(changed.size(), documents.size() - changed.size());
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` can't be written: %s".formatted(folder, e.getMessage()),
                            "name another folder with `--to`")
                    .causedBy(e);
        }
    }

    private static boolean same(Path file, Document document) throws IOException {
        return Files.isRegularFile(file)
                && Arrays.equals(Files.readAllBytes(file), document.content().getBytes(StandardCharsets.UTF_8));
    }

    private BackbeatException differs(List<String> names) {
        String some = names.stream().limit(NAMED).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        String more = names.size() > NAMED ? " and %,d more".formatted(names.size() - NAMED) : "";
        return BackbeatException.withHint(
                ErrorCode.USAGE,
                "in `%s` %s%s %s, and not what would be written"
                        .formatted(folder, some, more, names.size() == 1 ? "is there" : "are there"),
                "nothing was written; look at them, then overwrite them with `--force`, or name another folder with"
                        + " `--to`");
    }
}
