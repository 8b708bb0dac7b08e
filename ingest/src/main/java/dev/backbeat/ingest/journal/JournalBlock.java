package dev.backbeat.ingest.journal;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// One block of a journal: a header of 36 bytes (magic, offset and size in the input, lines before it, size
/// compressed, checksum) and the compressed bytes.
///
/// @param offset where its bytes begin in the input
/// @param length how many bytes of the input it holds
/// @param linesBefore how many lines of the input stand before it
/// @param compressedLength how many bytes it takes
/// @param checksum CRC-32C of what stands before it and of the compressed bytes
record JournalBlock(long offset, int length, long linesBefore, int compressedLength, int checksum) {

    static final int HEADER_BYTES = 36;

    private static final int CHECKSUM_AT = 28;
    private static final int MAGIC = 0x42424A31;

    static ByteBuffer header(long offset, int length, long linesBefore, byte[] compressed) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(MAGIC).putLong(offset).putInt(length).putLong(linesBefore);
        header.putInt(compressed.length);
        header.putInt(checksum(header.duplicate().flip(), compressed)).putInt(0);
        return header.flip();
    }

    /// Reads a header; `null`-free: a header that is none has a negative length.
    static JournalBlock read(ByteBuffer header) {
        boolean valid = header.getInt() == MAGIC;
        JournalBlock block =
                new JournalBlock(header.getLong(), header.getInt(), header.getLong(), header.getInt(), header.getInt());
        return valid ? block : new JournalBlock(0, -1, 0, 0, 0);
    }

    boolean isValid() {
        return length >= 0 && compressedLength >= 0;
    }

    boolean fits(byte[] compressed) {
        ByteBuffer header = header(offset, length, linesBefore, compressed);
        return header.getInt(CHECKSUM_AT) == checksum;
    }

    byte[] decompress(byte[] compressed) {
        byte[] bytes = new byte[length];
        long size = Zstd.decompressByteArray(bytes, 0, length, compressed, 0, compressed.length);
        if (Zstd.isError(size) || size != length) {
            throw new IllegalStateException("zstd could not decompress a block of the journal");
        }
        return bytes;
    }

    private static int checksum(ByteBuffer fields, byte[] compressed) {
        CRC32C crc = new CRC32C();
        crc.update(fields);
        crc.update(compressed);
        return (int) crc.getValue();
    }
}
