package dev.backbeat.app.cli;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folders that `--code` names.
final class Checkouts {

    private Checkouts() {}

    /// Complains about what is no folder.
    static void require(List<Path> checkouts) {
        for (Path checkout : checkouts) {
            if (!Files.isDirectory(checkout)) {
                throw BackbeatException.withHint(
                        ErrorCode.USAGE,
                        "`%s` is no folder".formatted(checkout),
                        "`--code` names the folder of a checkout");
            }
        }
    }
}
