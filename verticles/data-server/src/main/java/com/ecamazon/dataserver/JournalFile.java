package com.ecamazon.dataserver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A journal file whose space is taken before it is needed, so that what was accepted into memory can be written.
 *
 * <p>It is made when space is first wanted. After its records it has zeros, where reading it ends.
 */
final class JournalFile implements AutoCloseable {
    private static final int STEP_BYTES = 1 << 18;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 16).asReadOnlyBuffer();

    private final Path path;
    private @Nullable FileChannel channel;
    private long room;

    JournalFile(Path path) {
        this.path = path;
    }

    /** Sees to it that the file has this length and some more, or fails. */
    void reserve(long length) throws IOException {
        if (length <= room) {
            return;
        }
        try {
            extend(length + STEP_BYTES);
        } catch (IOException e) {
            if (length > room) {
                throw e;
            }
        }
    }

    private void extend(long length) throws IOException {
        if (channel == null) {
            channel = FileChannel.open(
                    path, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        }
        while (room < length) {
            int bytes = (int) Math.min(ZEROS.capacity(), length - room);
            room += channel.write(ZEROS.duplicate().limit(bytes), room);
        }
    }

    /** Writes within what was reserved; when it fails, the same may be written to the same place again. */
    void write(ByteBuffer bytes, long position) throws IOException {
        if (channel == null) {
            throw new IOException("no space was reserved");
        }
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
