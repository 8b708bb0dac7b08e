package dev.backbeat.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output, which knows whether what it goes to is full. That nobody reads it any more is no trouble.
final class StandardOutput extends PrintStream {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Watched watched;

    private StandardOutput(Watched watched) {
        super(new BufferedOutputStream(watched, BUFFER_BYTES), false, StandardCharsets.UTF_8);
        this.watched = watched;
    }

    /// That of this process.
    static StandardOutput ofProcess() {
        return new StandardOutput(new Watched(new FileOutputStream(FileDescriptor.out)));
    }

    /// Whether something could not be written because there is no space.
    boolean isFull() {
        flush();
        return watched.full;
    }

    private static final class Watched extends FilterOutputStream {

        private boolean full;

        Watched(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                full |= String.valueOf(e.getMessage()).contains("No space left");
                throw e;
            }
        }
    }
}
