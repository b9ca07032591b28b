package com.ecamazon.bank.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * The journal on disk: one entry a line, appended only. Its methods block. What {@link #append} took survives the death
 * of this process, not a loss of power.
 */
public final class JournalFile implements AutoCloseable {

    private static final String NAME = "journal.jsonl";
    private static final int READ_BYTES = 1 << 16;

    private final FileChannel lock;
    private final FileChannel file;
    private final Recovery recovery;

    private JournalFile(FileChannel lock, FileChannel file, Recovery recovery) {
        this.lock = lock;
        this.file = file;
        this.recovery = recovery;
    }

    /**
     * Opens the journal of a folder, creating both when missing, and reads it; a torn last line is cut.
     *
     * @param compactAbove size in bytes from which a journal full of ended callbacks is rewritten
     * @throws JournalException when another process has the folder, it cannot be written, or a whole line is unreadable
     */
    public static JournalFile open(Path folder, long compactAbove) {
        try {
            Files.createDirectories(folder);
            FileChannel lock = lock(folder);
            try {
                return open(folder, compactAbove, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException("The data folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new JournalException("The data folder " + folder + " is in use by this process", e);
        }
        channel.close();
        throw new JournalException("The data folder " + folder + " is in use by another bank");
    }

    private static JournalFile open(Path folder, long compactAbove, FileChannel lock) throws IOException {
        Path path = folder.resolve(NAME);
        Recovery recovery = new Recovery();
        FileChannel file = FileChannel.open(path, CREATE, READ, WRITE);
        long whole = read(path, recovery::take);
        file.truncate(whole);
        file.position(whole);
        if (whole < compactAbove || !recovery.worthCompacting()) {
            return new JournalFile(lock, file, recovery);
        }
        file.close();
        compact(path, recovery);
        FileChannel compacted = FileChannel.open(path, READ, WRITE);
        compacted.position(compacted.size());
        return new JournalFile(lock, compacted, recovery);
    }

    /** Feeds each whole line and returns where the last one ends. */
    private static long read(Path path, Consumer<Entry> entries) throws IOException {
        long whole = 0;
        long lines = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        byte[] block = new byte[READ_BYTES];
        try (InputStream in = Files.newInputStream(path)) {
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                int start = 0;
                for (int i = 0; i < length; i++) {
                    if (block[i] == '\n') {
                        line.write(block, start, i - start);
                        start = i + 1;
                        lines++;
                        whole += line.size() + 1L;
                        entries.accept(decode(path, lines, line.toByteArray()));
                        line.reset();
                    }
                }
                line.write(block, start, length - start);
            }
        }
        return whole;
    }

    private static Entry decode(Path path, long number, byte[] line) {
        try {
            return EntryCodec.decode(line);
        } catch (IOException e) {
            throw new JournalException("Line " + number + " of " + path + " cannot be read", e);
        }
    }

    /** Rewrites the journal without what is over; a crash leaves the old file or the new one. */
    private static void compact(Path path, Recovery recovery) throws IOException {
        Path fresh = path.resolveSibling(NAME + ".new");
        try (FileChannel channel = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            recovery.callbackUrl().ifPresent(url -> write(out, new Entry.MerchantSet(url)));
            read(path, entry -> {
                switch (entry) {
                    case Entry.Happened(long notice, var fact) ->
                        write(out, new Entry.Happened(recovery.owed().containsKey(notice) ? notice : 0, fact));
                    case Entry.Delivered _, Entry.Parked _, Entry.MerchantSet _ -> {}
                }
            });
            recovery.parked().forEach(notice -> write(out, new Entry.Parked(notice)));
            // Numbers of callbacks are never used twice, so the highest one must outlive its callback.
            if (!recovery.owed().containsKey(recovery.lastNotice())) {
                write(out, new Entry.Delivered(recovery.lastNotice()));
            }
            out.flush();
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(OutputStream out, Entry entry) {
        try {
            out.write(EntryCodec.encode(entry));
            out.write('\n');
        } catch (IOException e) {
            throw new JournalException("The journal cannot be rewritten: " + e.getMessage(), e);
        }
    }

    public Recovery recovery() {
        return recovery;
    }

    /** Hands whole lines to the operating system. */
    void append(byte[] lines) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(lines);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    /** Closes the file and gives the folder free; closing again does nothing. */
    @Override
    public void close() throws IOException {
        file.close();
        lock.close();
    }
}
