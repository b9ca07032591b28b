package com.ecamazon.dataserver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.StampedLock;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All tables in one file, and the journal of what was changed since the file was last brought up to date.
 *
 * <p>A commit of MVStore costs milliseconds and rewrites pages, so it is made every 5 seconds at most (a
 * checkpoint), and the journal keeps what comes between. After a crash the last whole checkpoint is opened and the
 * journal is done again: every change is a put or a remove of whole rows, so doing it twice harms nothing.
 *
 * <p>A checkpoint is one buffer with each page that was changed, and one changed byte is a changed page. So it is also
 * made as soon as these take a sixteenth of the memory; where changes come faster than they are written, whoever makes
 * them {@linkplain #whenRoom waits}.
 *
 * <p>On a full disk all that was made before stays and is read. Changes are refused with {@link OutOfSpace}, and a
 * checkpoint waits until it can be written; the journal has what it would.
 */
final class Store implements AutoCloseable {
    static final String FILE = "ecamazon.mv";

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final Duration CHECKPOINT = Duration.ofSeconds(5);
    private static final long JOURNAL_BYTES = 32L << 20;
    /** Being written and made anew meanwhile, with the buffer for them, they take a third of the memory at most. */
    private static final long CHANGED_BYTES =
            Math.min(32L << 20, Runtime.getRuntime().maxMemory() / 16);

    private static final long CROWDED_BYTES = 2 * CHANGED_BYTES;
    private static final Duration MOST_WAIT = Duration.ofSeconds(1);
    private static final int LOOKS = 10;
    private static final int FILL_PERCENT = 70;
    private static final int COMPACT_BYTES = 10 << 20;
    private static final byte[] GENERATION = {'j'};

    private final Path folder;
    private final DataFile file;
    private final MVStore mv;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    /** Changes are made under the shared lock; a checkpoint takes its cut between them under the exclusive one. */
    private final StampedLock gate = new StampedLock();

    private final Object checkpointing = new Object();
    private final Thread checkpoints;
    private final Journal journal;
    private final CompletableFuture<Throwable> lost = new CompletableFuture<>();
    /** Completes when there is room again; null where there is. */
    private final AtomicReference<@Nullable CompletableFuture<@Nullable Void>> crowd = new AtomicReference<>();

    private long generation;
    private volatile boolean closing;
    private volatile boolean closed;

    private Store(Path folder, DataFile file, MVStore mv, CompletableFuture<Throwable> panic, Duration every)
            throws IOException {
        this.folder = folder;
        this.file = file;
        this.mv = mv;
        panic.thenAccept(cause -> {
            if (!closing) {
                lost.complete(cause);
            }
        });
        mv.setRetentionTime(0);
        // MVStore makes its writer threads only with a delay above 0; its own commits would cut documents from their
        // index.
        mv.setAutoCommitDelay(Integer.MAX_VALUE);
        mv.getMapNames().forEach(this::table);
        this.generation = replayed() + 1;
        this.journal = new Journal(folder, generation);
        file.patient(true);
        this.checkpoints =
                Thread.ofPlatform().name("data-server-checkpoint").daemon().start(() -> run(every));
    }

    /** Opens or creates the file; fails with one sentence when the folder or the file can't be used. */
    static Store open(Path folder) {
        return open(folder, CHECKPOINT);
    }

    static Store open(Path folder, Duration checkpointEvery) {
        MVStore mv = null;
        var panic = new CompletableFuture<Throwable>();
        try {
            Files.createDirectories(folder);
            DataFile file = new DataFile(folder.resolve(FILE));
            mv = new MVStore.Builder()
                    .adoptFileStore(file)
                    .backgroundExceptionHandler((_, cause) -> panic.complete(cause))
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            return new Store(folder, file, mv, panic, checkpointEvery);
        } catch (IOException e) {
            if (mv != null) {
                mv.closeImmediately();
            }
            throw new DataServerException("The data folder " + folder + " can't be written.", e);
        } catch (MVStoreException e) {
            throw new DataServerException(
                    e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? "Another process has the data in " + folder + " open."
                            : "The data file in " + folder + " can't be opened: " + e.getMessage(),
                    e);
        }
    }

    private long replayed() throws IOException {
        byte[] kept = control().get(GENERATION);
        long last = kept == null ? 0 : ByteBuffer.wrap(kept).getLong();
        for (long found : JournalFiles.generations(folder)) {
            if (kept == null || found >= last) {
                JournalFiles.replay(JournalFiles.path(folder, found), this::table);
                last = found;
            }
        }
        return last;
    }

    /** Where the parts of this package keep what they know of their tables. */
    Table control() {
        return table("control");
    }

    /** The table of this name, which is made when there is none. */
    Table table(String name) {
        return tables.computeIfAbsent(name, missing -> {
            MVMap.Builder<byte[], byte[]> bytes = new MVMap.Builder<byte[], byte[]>()
                    .keyType(ByteArrayDataType.INSTANCE)
                    .valueType(ByteArrayDataType.INSTANCE);
            return new Table(missing, numbers.incrementAndGet(), mv.openMap(missing, bytes));
        });
    }

    List<String> tableNames() {
        return tables.keySet().stream().sorted().toList();
    }

    /** Makes the changes visible; they are kept when {@link #kept} says so. */
    void apply(Batch batch) {
        if (batch.size() == 0) {
            return;
        }
        demandSpace();
        List<Batch.Change> changes = batch.changes();
        long stamp = gate.readLock();
        try {
            journal.append(changes);
            changes.forEach(Batch.Change::apply);
        } finally {
            gate.unlockRead(stamp);
        }
        int changed = mv.getUnsavedMemory();
        if (changed > CHANGED_BYTES) {
            LockSupport.unpark(checkpoints);
        }
        if (changed > CROWDED_BYTES && crowd.get() == null) {
            crowd.compareAndSet(null, new CompletableFuture<>());
        }
    }

    /**
     * Runs it when memory has room for more changes, which is at once but while they come faster than they are
     * written. Nothing waits for more than a second, for the file may be on a disk that is full.
     */
    void whenRoom(Runnable then) {
        CompletableFuture<@Nullable Void> waiting = crowd.get();
        if (waiting == null) {
            then.run();
        } else {
            waiting.copy()
                    .completeOnTimeout(null, MOST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .thenRun(then);
        }
    }

    /** Removes a table that nobody writes to any more. */
    void drop(Table table) {
        demandSpace();
        long stamp = gate.readLock();
        try {
            journal.appendDrop(table);
            tables.remove(table.name());
            mv.removeMap(table.map());
        } finally {
            gate.unlockRead(stamp);
        }
    }

    /** What space there is belongs to a checkpoint that waits for it. */
    private void demandSpace() {
        IOException refusal = file.refusal();
        if (refusal != null) {
            throw new OutOfSpace("the data file", refusal);
        }
    }

    /** Completes when all changes made so far would survive a kill of this process. */
    CompletableFuture<@Nullable Void> kept() {
        return journal.kept();
    }

    /** Completes with the cause when MVStore gave up, for ever; what was kept is there when the file is opened anew. */
    CompletableFuture<Throwable> lost() {
        return lost;
    }

    /** Bytes of the file. */
    long size() {
        return file.size();
    }

    private void run(Duration every) {
        // What the journal gave back at the start is brought into the file soon.
        long last = System.nanoTime() - every.toNanos();
        while (!closed && !mv.isClosed()) {
            LockSupport.parkNanos(this, every.toNanos() / LOOKS);
            synchronized (checkpointing) {
                try {
                    boolean due = System.nanoTime() - last > every.toNanos() && mv.hasUnsavedChanges();
                    if (!closed && (due || much())) {
                        last = System.nanoTime();
                        checkpoint();
                        mv.compact(FILL_PERCENT, COMPACT_BYTES);
                    }
                } catch (IOException | RuntimeException e) {
                    LOG.error("The data file can't be brought up to date; the journal keeps what it has", e);
                }
            }
            makeRoom();
        }
    }

    private boolean much() {
        return journal.size() > JOURNAL_BYTES || mv.getUnsavedMemory() > CHANGED_BYTES;
    }

    private void makeRoom() {
        if (mv.getUnsavedMemory() <= CROWDED_BYTES) {
            CompletableFuture<@Nullable Void> waiting = crowd.getAndSet(null);
            if (waiting != null) {
                waiting.complete(null);
            }
        }
    }

    /** Brings the file up to date and drops the journal that it makes superfluous. */
    private void checkpoint() throws IOException {
        long stamp = gate.writeLock();
        try {
            generation++;
            journal.rotate(generation);
            control()
                    .map()
                    .put(GENERATION, ByteBuffer.allocate(8).putLong(generation).array());
            // Takes the cut and leaves the writing to MVStore's threads; -1 says that its lock was taken.
            while (mv.tryCommit() < 0 && !mv.isClosed()) {
                Thread.onSpinWait();
            }
        } finally {
            gate.unlockWrite(stamp);
        }
        mv.executeFilestoreOperation(() -> {});
        JournalFiles.deleteBefore(folder, generation);
    }

    /** Keeps everything in the file and closes it; what the file has no space for stays in the journal. */
    @Override
    public void close() {
        closing = true;
        file.patient(false);
        synchronized (checkpointing) {
            if (closed) {
                return;
            }
            closed = true;
            LockSupport.unpark(checkpoints);
            try {
                end();
            } catch (IOException | RuntimeException e) {
                mv.closeImmediately();
                throw new DataServerException("The data in " + folder + " can't be closed: " + e.getMessage(), e);
            }
        }
    }

    private void end() throws IOException {
        if (mv.isClosed()) {
            // It gave up before; the journal has what the file has not.
            journal.close();
            return;
        }
        try {
            checkpoint();
        } finally {
            journal.close();
        }
        // Without moving chunks: MVStore 2.4.240 can trip over its own free-space map then; compacting goes on when
        // open.
        mv.close(0);
        JournalFiles.deleteBefore(folder, Long.MAX_VALUE);
    }
}
