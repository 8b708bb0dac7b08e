package dev.backbeat.ingest.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;

/// Compresses blocks of a journal, on one thread at a time. Its native context is worth keeping: making one
/// for each block costs a third of the speed.
public final class BlockCompressor implements AutoCloseable {

    /// Fast, and on logs already well within the budget.
    private static final int LEVEL = 1;

    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
    private byte[] target = new byte[0];

    /// The compressed form of the first `length` bytes, to be given to [JournalWriter#append].
    public byte[] compress(byte[] bytes, int length) {
        int bound = Math.toIntExact(Zstd.compressBound(length));
        if (target.length < bound) {
            target = new byte[bound];
        }
        int size = context.compressByteArray(target, 0, target.length, bytes, 0, length);
        return Arrays.copyOf(target, size);
    }

    @Override
    public void close() {
        context.close();
    }
}
