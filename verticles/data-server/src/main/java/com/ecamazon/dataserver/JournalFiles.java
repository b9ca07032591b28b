package com.ecamazon.dataserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The journal files of a folder, one per generation, a generation being the time between two checkpoints. */
final class JournalFiles {
    private static final String PREFIX = "ecamazon-";
    private static final String SUFFIX = ".journal";

    private JournalFiles() {}

    static Path path(Path folder, long generation) {
        return folder.resolve(PREFIX + generation + SUFFIX);
    }

    /** The generations that have a file, oldest first. */
    static List<Long> generations(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(PREFIX + "\\d+" + SUFFIX))
                    .map(name -> Long.valueOf(name.substring(PREFIX.length(), name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        }
    }

    static void deleteBefore(Path folder, long generation) throws IOException {
        for (long old : generations(folder)) {
            if (old < generation) {
                Files.delete(path(folder, old));
            }
        }
    }

    /** Does all whole records of a file again, up to its end or the first that was cut off by a crash. */
    static void replay(Path file, Function<String, Table> tables) throws IOException {
        Map<Integer, Table> numbers = new HashMap<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(JournalRecord.HEADER);
            while (filled(channel, header)) {
                int length = header.getInt(0);
                if (length <= 0 || length > channel.size() - channel.position()) {
                    return;
                }
                ByteBuffer body = ByteBuffer.allocate(length);
                ByteBuf bytes = filled(channel, body) ? Unpooled.wrappedBuffer(body.flip()) : Unpooled.EMPTY_BUFFER;
                if (JournalRecord.checksum(bytes, 0, bytes.readableBytes()) != header.getInt(4)) {
                    return;
                }
                JournalRecord.replay(bytes, numbers, tables);
                header.clear();
            }
        }
    }

    private static boolean filled(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }
}
