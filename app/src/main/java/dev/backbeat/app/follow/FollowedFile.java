package dev.backbeat.app.follow;

import dev.backbeat.app.live.LiveLogs;
import dev.backbeat.app.live.LiveTrouble;
import dev.backbeat.app.live.Taking;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file that grows, held open: it can be read to its end when it has been renamed or deleted.
final class FollowedFile implements AutoCloseable {

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int LONGEST_LINE_BYTES = 8 << 20;
    private static final int MOST_PARTS = 10_000;
    private static final Pattern PART = Pattern.compile("(.*)\\.part(\\d{1,6})");

    private final Path path;
    private final FileChannel channel;
    private final LiveLogs logs;
    private final Positions positions;
    private Position position;
    private long offset;

    /// What became of a file since it was opened.
    enum State {
        /// It is what its path names, and perhaps longer.
        SAME,
        /// Its path names another file, or none.
        MOVED,
        /// It holds something else than before.
        CUT
    }

    private FollowedFile(Path path, FileChannel channel, LiveLogs logs, Positions positions, Position position) {
        this.path = path;
        this.channel = channel;
        this.logs = logs;
        this.positions = positions;
        this.position = position;
        this.offset = position.offset(logs.bytes(position.source()));
    }

    /// Goes on with a file, or with one that holds what is left of it.
    static FollowedFile resume(Path path, FileChannel channel, LiveLogs logs, Positions positions, Position position) {
        logs.claim(position.source());
        return new FollowedFile(path, channel, logs, positions, position);
    }

    /// Begins with a file.
    static FollowedFile begin(Path path, FileChannel channel, LiveLogs logs, Positions positions, String source)
            throws IOException {
        logs.claim(source);
        Position position = new Position(path.toString(), Identity.of(path, channel), source, 0, logs.bytes(source));
        positions.put(position);
        return new FollowedFile(path, channel, logs, positions, position);
    }

    State state() throws IOException {
        if (channel.size() < offset || !position.file().begins(channel)) {
            return State.CUT;
        }
        boolean same =
                Files.exists(path) && Identity.key(path).equals(position.file().key());
        return same ? State.SAME : State.MOVED;
    }

    Position position() {
        return position;
    }

    /// How many bytes there are that were not taken.
    long behind() throws IOException {
        return Math.max(0, channel.size() - offset);
    }

    /// Takes what there is.
    ///
    /// @param whole whether a last line without an end is taken as well: no more will come
    void take(boolean whole) throws IOException {
        long size = channel.size();
        learn(size);
        int chunk = CHUNK_BYTES;
        while (offset < size) {
            byte[] bytes = read((int) Math.min(chunk, size - offset));
            int end = afterLastLine(bytes);
            boolean all = offset + bytes.length >= size;
            if (end == 0 && bytes.length < LONGEST_LINE_BYTES && !all) {
                chunk *= 2;
                continue;
            }
            if (end == 0 && bytes.length < LONGEST_LINE_BYTES && !whole) {
                return;
            }
            add(end == 0 ? bytes : Arrays.copyOf(bytes, end));
            chunk = CHUNK_BYTES;
        }
    }

    /// While a file is short, so is what it is known by.
    private void learn(long size) throws IOException {
        int known = position.file().headBytes();
        if (known < Identity.HEAD_BYTES && size > known) {
            position = position.of(position.file().grown(channel));
            positions.put(position);
        }
    }

    private void add(byte[] lines) throws IOException {
        boolean ended = lines[lines.length - 1] == '\n';
        int length = lines.length;
        for (int part = 0; part < MOST_PARTS; part++) {
            switch (logs.follow(position.source(), lines)) {
                case Taking.Taken taken -> {
                    offset += length;
                    if (!ended) {
                        // The live log got an end of line that the file has not.
                        rebase(position.source());
                    }
                    return;
                }
                case LiveTrouble(LiveTrouble.Kind kind, String message, String hint) -> {
                    if (kind == LiveTrouble.Kind.TOO_MANY_SOURCES) {
                        throw BackbeatException.withHint(ErrorCode.INPUT, message, hint);
                    }
                    rebase(next(position.source()));
                }
            }
        }
        throw BackbeatException.of(ErrorCode.INPUT, "`%s` has too many parts".formatted(path));
    }

    private void rebase(String source) throws IOException {
        logs.claim(source);
        position = new Position(position.path(), position.file(), source, offset, logs.bytes(source));
        positions.put(position);
    }

    private static String next(String source) {
        Matcher part = PART.matcher(source);
        return part.matches() ? part.group(1) + ".part" + (Integer.parseInt(part.group(2)) + 1) : source + ".part2";
    }

    private byte[] read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
            // A read may give less than there is.
        }
        return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
    }

    private static int afterLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
