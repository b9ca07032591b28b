package com.ecamazon.dataserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes since the last checkpoint, in the order in which they were made, in a file of their own.
 *
 * <p>Writers append to memory; one thread hands everything that waits to the operating system in one write, at once when
 * somebody waits for it and otherwise every {@value #IDLE_MILLIS} ms. What the operating system has survives a kill of
 * this process.
 *
 * <p>Space in the file is taken before anything is accepted, so a full disk refuses a change that is not made yet. Should
 * the write of what was accepted fail all the same, whoever waits is told that its outcome is unknown, nothing more is
 * accepted, and the same bytes are written to the same place until they are there.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final long IDLE_MILLIS = 50;
    private static final long RETRY_MILLIS = 200;
    private static final int SPARE_BYTES = 1 << 22;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Path folder;
    private final Thread thread;
    private JournalFile file;
    private JournalRecord record = new JournalRecord();
    private ByteBuf pending = Unpooled.directBuffer(1 << 16);
    private ByteBuf spare = Unpooled.directBuffer(1 << 16);
    private CompletableFuture<@Nullable Void> next = new CompletableFuture<>();
    private CompletableFuture<@Nullable Void> current = CompletableFuture.completedFuture(null);
    /** Why what was accepted can't be written at the moment. */
    private @Nullable IOException failure;
    /** Why no space could be taken when it was last tried, and when that was. */
    private @Nullable IOException refusal;

    private long refusedAt;
    private boolean wanted;
    /** Nothing was appended for the idle time, and the thread waits until something is. */
    private boolean resting;

    private boolean closing;
    private long appended;

    Journal(Path folder, long generation) {
        this.folder = folder;
        this.file = new JournalFile(JournalFiles.path(folder, generation));
        this.thread = Thread.ofPlatform().name("data-server-journal").daemon().start(this::run);
    }

    /** Adds one record; it is read back as a whole or not at all. */
    void append(List<Batch.Change> changes) {
        lock.lock();
        try {
            accept(JournalRecord.most(changes));
            record.write(changes, pending);
        } finally {
            lock.unlock();
        }
    }

    void appendDrop(Table table) {
        lock.lock();
        try {
            accept(JournalRecord.most(table));
            record.writeDrop(table, pending);
        } finally {
            lock.unlock();
        }
    }

    private void accept(long bytes) {
        if (closing) {
            throw new DataServerException("The data server is closing.");
        }
        if (failure != null) {
            throw new OutOfSpace("the journal", failure);
        }
        reserve(bytes);
        // Otherwise it looks by itself in time; waking it costs as much as the write.
        if (resting) {
            work.signal();
        }
    }

    /** Asked in vain, the file system is left alone for a moment: it may take long to say no. */
    private void reserve(long bytes) {
        if (refusal != null && System.nanoTime() - refusedAt < TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS)) {
            throw new OutOfSpace("the journal", refusal);
        }
        try {
            file.reserve(appended + pending.readableBytes() + bytes);
        } catch (IOException e) {
            if (refusal == null) {
                LOG.error("The journal has no space; changes are refused until it has", e);
            }
            refusal = e;
            refusedAt = System.nanoTime();
            throw new OutOfSpace("the journal", e);
        }
        if (refusal != null) {
            refusal = null;
            LOG.info("The journal has space again");
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
            file = new JournalFile(JournalFiles.path(folder, generation));
            record = new JournalRecord();
            appended = 0;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (flush()) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            failed(new IOException("interrupted", e));
        }
    }

    private boolean flush() throws InterruptedException {
        ByteBuf out;
        long position;
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
            position = appended;
            appended += out.readableBytes();
        } finally {
            lock.unlock();
        }
        if (!written(out, position)) {
            return false;
        }
        recycle(out);
        current.complete(null);
        return true;
    }

    /** Whether all was written, if need be after several tries; otherwise the journal was closed before that. */
    private boolean written(ByteBuf out, long position) throws InterruptedException {
        while (true) {
            try {
                file.write(out.nioBuffer(), position);
                if (failure != null) {
                    mended();
                }
                return true;
            } catch (IOException e) {
                if (failed(e)) {
                    return false;
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
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

    /** Tells all who wait; whether this is the end, for the journal is being closed. */
    private boolean failed(IOException cause) {
        CompletableFuture<@Nullable Void> waiting;
        boolean last;
        lock.lock();
        try {
            if (failure == null) {
                LOG.error("The journal can't be written; changes are refused until it can", cause);
            }
            failure = cause;
            waiting = next;
            next = new CompletableFuture<>();
            last = closing;
        } finally {
            lock.unlock();
        }
        current.completeExceptionally(cause);
        waiting.completeExceptionally(cause);
        return last;
    }

    private void mended() {
        lock.lock();
        try {
            failure = null;
            current = CompletableFuture.completedFuture(null);
        } finally {
            lock.unlock();
        }
        LOG.info("The journal can be written again");
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
        if (failure != null) {
            throw failure;
        }
    }
}
