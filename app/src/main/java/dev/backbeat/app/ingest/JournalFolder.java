package dev.backbeat.app.ingest;

import dev.backbeat.ingest.journal.Journal;
import dev.backbeat.ingest.journal.JournalReader;
import dev.backbeat.ingest.journal.PlainJournal;
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

/// The journals of a store, one file an input. While an input is read its journal has a name that no
/// input has, so that what a killed process leaves behind is known.
public final class JournalFolder {

    /// The folder beside this one in which the logs lie that are sent, each its own journal.
    public static final String LOGS = "live";

    private static final String ENDING = ".bbj";

    private final Path folder;

    /// The journals of the store in `storeFolder`.
    public JournalFolder(Path storeFolder) {
        this.folder = storeFolder.resolve("journal");
    }

    /// The file of the journal with a name.
    public Path file(String name) {
        return isLog(name) ? folder.resolveSibling(name) : folder.resolve(name);
    }

    /// What is kept of an input.
    public Journal of(StoredInput input) {
        Path file = file(input.journal());
        return isLog(input.journal())
                ? new PlainJournal(file, input.name(), input.bytes())
                : new JournalReader(file, input.name());
    }

    /// The name of the journal that a log is which is sent.
    ///
    /// @param log its file, in the store's folder
    static String nameOf(Path log) {
        return LOGS + "/" + log.getFileName();
    }

    /// Whether a journal is a log that is sent, which lies in a folder of its own.
    private static boolean isLog(String name) {
        return name.startsWith(LOGS + "/");
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

    /// Deletes the journals of inputs that the store no longer has. A log that is sent stays: it goes on.
    public void delete(List<StoredInput> inputs) {
        inputs.stream().filter(input -> !isLog(input.journal())).forEach(input -> delete(file(input.journal())));
    }

    /// Deletes what is kept of an input that is to be forgotten, also where it is a log that is sent.
    public void forget(StoredInput input) {
        delete(file(input.journal()));
        if (isLog(input.journal())) {
            delete(PlainJournal.index(file(input.journal())));
        }
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
