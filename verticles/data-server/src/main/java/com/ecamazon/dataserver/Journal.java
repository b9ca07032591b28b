package com.ecamazon.dataserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The changes since the last checkpoint, in the order in which they were made, in a file of their own.
 *
 * <p>Writers append to memory; one thread hands everything that waits to the operating system in one write, at once when
 * somebody waits for it and otherwise every {@value #IDLE_MILLIS} ms. What the operating system has survives a kill of
 * this process. A write error is final: nothing is accepted after it, for memory would be ahead of the file for ever.
 */
final class Journal implements AutoCloseable {
    private static final long IDLE_MILLIS = 50;
    private static final int SPARE_BYTES = 1 << 22;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Path folder;
    private final Thread thread;
    private FileChannel file;
    private JournalRecord record = new JournalRecord();
    private ByteBuf pending = Unpooled.directBuffer(1 << 16);
    private ByteBuf spare = Unpooled.directBuffer(1 << 16);
    private CompletableFuture<@Nullable Void> next = new CompletableFuture<>();
    private CompletableFuture<@Nullable Void> current = CompletableFuture.completedFuture(null);
    private @Nullable IOException failure;
    private boolean wanted;
    /** Nothing was appended for the idle time, and the thread waits until something is. */
    private boolean resting;

    private boolean closing;
    private long appended;

    Journal(Path folder, long generation) throws IOException {
        this.folder = folder;
        this.file = create(generation);
        this.thread = Thread.ofPlatform().name("data-server-journal").daemon().start(this::run);
    }

    /** Adds one record; it is read back as a whole or not at all. */
    void append(List<Batch.Change> changes) {
        lock.lock();
        try {
            appendable();
            record.write(changes, pending);
        } finally {
            lock.unlock();
        }
    }

    void appendDrop(Table table) {
        lock.lock();
        try {
            appendable();
            record.writeDrop(table, pending);
        } finally {
            lock.unlock();
        }
    }

    private void appendable() {
        if (failure != null) {
            throw new DataServerException("The journal can't be written: " + failure.getMessage() + ".", failure);
        }
        if (closing) {
            throw new DataServerException("The data server is closing.");
        }
        // Otherwise it looks by itself in time; waking it costs as much as the write.
        if (resting) {
            work.signal();
        }
    }

    /** Completes when all that was appended so far would survive a kill of this process. */
    CompletableFuture<@Nullable Void> kept() {
        lock.lock();
        try {
            if (failure != null) {
                return CompletableFuture.failedFuture(failure);
            }
            if (!pending.isReadable()) {
                return current;
            }
            if (!wanted) {
                wanted = true;
                work.signal();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Bytes appended since the last rotation. */
    long size() {
        lock.lock();
        try {
            return appended + pending.readableBytes();
        } finally {
            lock.unlock();
        }
    }

    /** Ends this file and starts the next; the caller sees to it that nobody appends meanwhile. */
    void rotate(long generation) throws IOException {
        kept().join();
        lock.lock();
        try {
            file.close();
            file = create(generation);
            record = new JournalRecord();
            appended = 0;
        } finally {
            lock.unlock();
        }
    }

    private FileChannel create(long generation) throws IOException {
        return FileChannel.open(
                JournalFiles.path(folder, generation),
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void run() {
        try {
            while (flush()) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            fail(new IOException("interrupted", e));
        }
    }

    private boolean flush() throws IOException, InterruptedException {
        ByteBuf out;
        lock.lock();
        try {
            awaitWork();
            if (!pending.isReadable()) {
                return false;
            }
            wanted = false;
            out = pending;
            pending = spare;
            current = next;
            next = new CompletableFuture<>();
            appended += out.readableBytes();
        } finally {
            lock.unlock();
        }
        ByteBuffer bytes = out.nioBuffer();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        recycle(out);
        current.complete(null);
        return true;
    }

    /** Returns when somebody waits for what is to be written, when something was for the idle time, or at the end. */
    private void awaitWork() throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
        while (!closing && !wanted) {
            if (nanos > 0) {
                nanos = work.awaitNanos(nanos);
            } else if (pending.isReadable()) {
                return;
            } else {
                resting = true;
                work.await();
                resting = false;
                nanos = TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
            }
        }
    }

    private void recycle(ByteBuf out) {
        lock.lock();
        try {
            if (out.capacity() > SPARE_BYTES) {
                out.release();
                spare = Unpooled.directBuffer(1 << 16);
            } else {
                spare = out.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    private void fail(IOException cause) {
        lock.lock();
        try {
            failure = cause;
        } finally {
            lock.unlock();
        }
        current.completeExceptionally(cause);
        next.completeExceptionally(cause);
    }

    /** Writes what is left and ends. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closing = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
