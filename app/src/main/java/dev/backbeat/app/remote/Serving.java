package dev.backbeat.app.remote;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// Where the server is that holds a store: a file beside the store that only its owner can read.
///
/// @param address in the form a URL wants
/// @param key what lets a process of the same user ask as the command line does
/// @param pid the server's process
/// @param started when that process began, in milliseconds; 0 where it is not known
/// @param version of Backbeat
public record Serving(String address, int port, String key, long pid, long started, String version) {

    private static final String FILE = "server.properties";
    private static final int KEY_BYTES = 32;
    private static final int LISTENS_MILLIS = 1_000;

    /// What a server of this process says of itself.
    public static Serving here(String address, int port) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        ProcessHandle self = ProcessHandle.current();
        return new Serving(address, port, HexFormat.of().formatHex(random), self.pid(), startOf(self), ownVersion());
    }

    /// The version of this process.
    public static String ownVersion() {
        String version = Serving.class.getPackage().getImplementationVersion();
        return version == null ? "in development" : version;
    }

    /// The server of a store whose process still runs. What a killed one left is as if it were not there.
    ///
    /// @param store its folder
    public static Optional<Serving> of(Path store) {
        try {
            Properties said = new Properties();
            said.load(new StringReader(Files.readString(store.resolve(FILE))));
            Serving found = new Serving(
                    said.getProperty("address", ""),
                    Integer.parseInt(said.getProperty("port", "")),
                    said.getProperty("key", ""),
                    Long.parseLong(said.getProperty("pid", "")),
                    Long.parseLong(said.getProperty("started", "")),
                    said.getProperty("version", ""));
            return found.isAlive() ? Optional.of(found) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // No file, another user's, or one that is no more: the store itself says whether it is held.
            return Optional.empty();
        }
    }

    /// Says where a store is served already, if another process does.
    ///
    /// @throws BackbeatException where one does
    public static void refuseSecond(Path store) {
        Optional<Serving> other =
                of(store).filter(found -> found.pid() != ProcessHandle.current().pid());
        // A process that was killed is there a moment longer than its port; who holds the store is told as it opens.
        if (other.isPresent() && other.get().listens()) {
            throw BackbeatException.withHint(
                    ErrorCode.STORE,
                    "the store `%s` is served already, at `%s/` (process %d)"
                            .formatted(store, other.get().base(), other.get().pid()),
                    "open that address, or name another store with `--store`");
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), LISTENS_MILLIS);
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            // It is slow; that is no reason to take its store.
            return true;
        }
    }

    /// Its address as a URL.
    String base() {
        return "http://%s:%d".formatted(address, port);
    }

    /// Whether the process is there that wrote this, and no later one of the same number.
    public boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started == 0 || startOf(process) == 0 || startOf(process) == started)
                .isPresent();
    }

    private static long startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }

    /// Writes the file, whole or not at all.
    public void write(Path store) {
        Properties said = new Properties();
        said.setProperty("address", address);
        said.setProperty("port", Integer.toString(port));
        said.setProperty("key", key);
        said.setProperty("pid", Long.toString(pid));
        said.setProperty("started", Long.toString(started));
        said.setProperty("version", version);
        try {
            StringWriter text = new StringWriter();
            said.store(text, null);
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            Path fresh = Files.createTempFile(store, "server", ".new", owner);
            Files.writeString(fresh, text.toString());
            Files.move(fresh, store.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes the file where it is still this server's.
    public void remove(Path store) {
        if (of(store).filter(this::equals).isPresent()) {
            try {
                Files.deleteIfExists(store.resolve(FILE));
            } catch (IOException e) {
                // It is told apart by its process, which ends now.
                return;
            }
        }
    }
}
