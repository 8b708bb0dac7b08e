package dev.backbeat.app.follow;

import dev.backbeat.app.live.LiveLogs;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Follows files on a thread of its own.
public final class Follower implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;
    private static final long FOLDERS_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long JOIN_MILLIS = 10_000;
    private static final int LONGEST_SOURCE = 48;

    private final Targets targets;
    private final LiveLogs logs;
    private final Positions positions;
    private final Consumer<String> talk;
    private final Map<Path, FollowedFile> open = new LinkedHashMap<>();
    private final Map<Path, Failures> failures = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<Path> passedOver = new HashSet<>();
    private final Thread thread;
    private List<Path> found = List.of();
    private long lookedNanos = System.nanoTime() - FOLDERS_NANOS;
    private volatile boolean closing;
    private volatile long behindBytes;
    private volatile int files;

    private record Failures(int times, long lastNanos) {}

    private Follower(Targets targets, LiveLogs logs, Positions positions, Consumer<String> talk) {
        this.targets = targets;
        this.logs = logs;
        this.positions = positions;
        this.talk = talk;
        this.thread = Thread.ofPlatform().daemon().name("backbeat-follow").unstarted(this::run);
    }

    /// Begins to follow, each file where it was left.
    ///
    /// @param paths files, which need not be there yet, and folders
    /// @param talk is told what can't be followed, once each
    /// @throws BackbeatException where the folder of live logs can't be read
    public static Follower start(List<Path> paths, LiveLogs logs, Consumer<String> talk) {
        Follower follower = of(paths, logs, talk);
        follower.thread.start();
        return follower;
    }

    static Follower of(List<Path> paths, LiveLogs logs, Consumer<String> talk) {
        try {
            Positions positions = Positions.of(logs.folder());
            positions.all().forEach(position -> logs.claim(position.source()));
            List<Path> named = paths.stream()
                    .map(path -> path.toAbsolutePath().normalize())
                    .toList();
            return new Follower(new Targets(named, logs.folder().resolveSibling("")), logs, positions, talk);
        } catch (IOException e) {
            throw BackbeatException.of(
                            ErrorCode.ENVIRONMENT,
                            "what is followed can't be read from `%s`: %s".formatted(logs.folder(), e.getMessage()))
                    .causedBy(e);
        }
    }

    private void run() {
        try {
            while (!closing) {
                round();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks at every file once.
    void round() {
        if (System.nanoTime() - lookedNanos >= FOLDERS_NANOS) {
            found = targets.found();
            lookedNanos = System.nanoTime();
        }
        long behind = 0;
        Set<Path> all = new LinkedHashSet<>(targets.files());
        all.addAll(found);
        all.addAll(open.keySet());
        for (Path path : all) {
            if (closing) {
                break;
            }
            try {
                lookWhenDue(path);
                FollowedFile file = open.get(path);
                behind += file == null || failures.containsKey(path) ? 0 : file.behind();
            } catch (NoSuchFileException e) {
                // It is renamed or deleted at this very moment; the next look finds what became of it.
                continue;
            } catch (IOException | RuntimeException e) {
                failed(path, e);
            }
        }
        behindBytes = behind;
        files = open.size();
    }

    private void lookWhenDue(Path path) throws IOException {
        Failures before = failures.get(path);
        if (before == null || System.nanoTime() - before.lastNanos >= RETRY_NANOS) {
            look(path);
            failures.remove(path);
        }
    }

    /// Told when it fails again: of a log that just began too few lines may be there to tell its format.
    private void failed(Path path, Exception trouble) {
        Failures before = failures.get(path);
        int times = before == null ? 1 : before.times + 1;
        failures.put(path, new Failures(times, System.nanoTime()));
        if (times > 1) {
            String what = trouble instanceof BackbeatException ? trouble.getMessage() : trouble.toString();
            tell("`%s` can't be followed: %s".formatted(path, what));
        }
    }

    private void tell(String words) {
        if (told.add(words)) {
            talk.accept(words);
        }
    }

    private void look(Path path) throws IOException {
        FollowedFile file = open.get(path);
        if (file == null) {
            begin(path);
            return;
        }
        switch (file.state()) {
            case SAME -> file.take(false);
            case MOVED -> {
                boolean another = Files.exists(path);
                file.take(another);
                if (another) {
                    end(path, file);
                    begin(path);
                }
            }
            case CUT -> {
                rest(path, file.position());
                end(path, file);
                begin(path);
            }
        }
    }

    private void end(Path path, FollowedFile file) throws IOException {
        positions.end(file.position().file());
        open.remove(path);
        file.close();
    }

    private void begin(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return;
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        FollowedFile file = null;
        try {
            Optional<Position> left = positions.of(path.toString());
            if (left.isPresent() && goesOn(path, channel, left.get())) {
                file = FollowedFile.resume(path, channel, logs, positions, left.get());
            } else if (left.isPresent() || !passesOver(path, channel)) {
                if (left.isPresent() && !open.containsKey(path)) {
                    rest(path, left.get());
                }
                String source = left.map(Position::source).orElseGet(() -> sourceOf(path));
                file = FollowedFile.begin(path, channel, logs, positions, source);
            }
        } finally {
            if (file == null) {
                channel.close();
            }
        }
        if (file != null) {
            open.put(path, file);
            file.take(false);
        }
    }

    private boolean goesOn(Path path, FileChannel channel, Position left) throws IOException {
        long offset = left.offset(logs.bytes(left.source()));
        return left.file().isThat(path, channel) && offset >= left.fileStart() && offset <= channel.size();
    }

    /// A file of a folder that is one that was read, renamed or copied.
    private boolean passesOver(Path path, FileChannel channel) throws IOException {
        if (targets.named().contains(path) || !passedOver.contains(path) && !positions.isKnown(path, channel)) {
            return false;
        }
        if (passedOver.add(path)) {
            tell("`%s` begins as a log that was read already, so it is taken for a copy of it and passed over"
                    .formatted(path));
        }
        return true;
    }

    /// Reads what a file gained before it was replaced, where it is there under another name: of several that may be
    /// it, the one that was written last.
    private void rest(Path path, Position left) throws IOException {
        long offset = left.offset(logs.bytes(left.source()));
        Path newest = null;
        try (Stream<Path> beside = Files.list(path.resolveSibling(""))) {
            for (Path other : beside.toList()) {
                if (!other.equals(path)
                        && Files.isRegularFile(other)
                        && holds(other, path, left.file(), offset)
                        && (newest == null || modified(other) > modified(newest))) {
                    newest = other;
                }
            }
        }
        if (newest != null) {
            try (FileChannel channel = FileChannel.open(newest, StandardOpenOption.READ)) {
                FollowedFile.resume(newest, channel, logs, positions, left).take(true);
            }
        }
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    /// Whether a file is what another one was before it was replaced. A rotated one keeps the name and adds to it.
    private static boolean holds(Path other, Path path, Identity file, long offset) {
        boolean named = String.valueOf(other.getFileName()).startsWith(String.valueOf(path.getFileName()));
        try (FileChannel channel = FileChannel.open(other, StandardOpenOption.READ)) {
            return channel.size() >= offset
                    && file.headBytes() > 0
                    && (file.isThat(other, channel) || named && file.begins(channel));
        } catch (IOException e) {
            // What can't be read is not it.
            return false;
        }
    }

    private String sourceOf(Path path) {
        String name = String.valueOf(path.getFileName())
                .replaceAll("[^A-Za-z0-9._-]", "-")
                .replaceAll("^[^A-Za-z0-9]+", "");
        String brief = name.isEmpty() ? "log" : name.substring(0, Math.min(LONGEST_SOURCE, name.length()));
        return logs.bytes(brief) == 0 && !logs.isClaimed(brief)
                ? brief
                : brief + "-" + Integer.toHexString(path.toString().hashCode());
    }

    /// How many files are followed.
    public int files() {
        return files;
    }

    /// How many bytes they have that were not taken.
    public long behindBytes() {
        return behindBytes;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(JOIN_MILLIS);
            for (FollowedFile file : open.values()) {
                file.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            tell("a file that was followed can't be closed: " + e.getMessage());
        }
    }
}
