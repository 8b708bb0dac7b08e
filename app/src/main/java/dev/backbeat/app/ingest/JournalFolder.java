package dev.backbeat.app.ingest;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Hex;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The journals of a store, one file an input. While an input is read its journal has a name that no input
/// has, so
/// that what a killed process leaves behind is known.
public final class JournalFolder {

    private static final String ENDING = ".bbj";

    private final Path folder;

    /// The journals of the store in `storeFolder`.
    public JournalFolder(Path storeFolder) {
        this.folder = storeFolder.resolve("journal");
    }

    /// The journal with a name.
    public Path file(String name) {
        return folder.resolve(name);
    }

    /// The journal of the input that is being read.
    Path reading() {
        return folder.resolve("reading" + ENDING);
    }

    /// Gives the journal that was just read its lasting name, durably.
    ///
    /// @return the name
    String settle(long contentHash) {
        try {
            String name = Hex.of(contentHash) + ENDING;
            for (int i = 2; Files.exists(file(name)); i++) {
                name = Hex.of(contentHash) + "-" + i + ENDING;
            }
            Files.move(reading(), file(name), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return name;
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /// Deletes the journals of inputs that the store no longer has.
    public void delete(List<StoredInput> inputs) {
        inputs.forEach(input -> delete(file(input.journal())));
    }

    /// Deletes what belongs to no input: unfinished journals of processes that were killed.
    void sweep(Store store) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> known = store.inputs().stream().map(StoredInput::journal).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> !known.contains(String.valueOf(file.getFileName())))
                    .forEach(JournalFolder::delete);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private static BackbeatException trouble(IOException cause) {
        return BackbeatException.withHint(
                        ErrorCode.ENVIRONMENT,
                        "the journal can't be written: " + cause.getMessage(),
                        "check the permissions and the free space of the store's folder")
                .causedBy(cause);
    }
}
