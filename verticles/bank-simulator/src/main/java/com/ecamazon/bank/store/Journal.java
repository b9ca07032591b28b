package com.ecamazon.bank.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Appends to a journal file from one event loop: what arrives during a write goes into the next one. After a failed
 * write every later one fails too, so the file never continues behind a torn line. Call it from one event loop only.
 */
public final class Journal {

    /** How long an entry that nobody waits for may lie in memory, in milliseconds. */
    private static final long LAZY_MILLIS = 100;

    private final Vertx vertx;
    private final JournalFile file;
    private final WorkerExecutor writer;
    private ByteArrayOutputStream filling = new ByteArrayOutputStream(4096);
    private Future<Void> last = Future.succeededFuture();
    private boolean batchOpen;
    private boolean lazyTimer;

    public Journal(Vertx vertx, JournalFile file) {
        this.vertx = vertx;
        this.file = file;
        // The name is unique: executors of one name share their threads, and each bank has a writer of its own.
        this.writer = vertx.createSharedWorkerExecutor(
                "bank-journal-" + System.identityHashCode(this), 1, 1, TimeUnit.MINUTES);
    }

    /** Succeeds once the entry and all before it are handed to the operating system; fails when they cannot be. */
    public Future<Void> append(Entry entry) {
        filling.writeBytes(EntryCodec.encode(entry));
        filling.write('\n');
        return openBatch();
    }

    /** Takes an entry whose loss does no harm; it is written with the next batch, or soon. */
    public void appendLazily(Entry entry) {
        filling.writeBytes(EntryCodec.encode(entry));
        filling.write('\n');
        if (!lazyTimer) {
            lazyTimer = true;
            vertx.setTimer(LAZY_MILLIS, _ -> {
                lazyTimer = false;
                openBatch();
            });
        }
    }

    /** Succeeds when all appended so far is written, at once when nothing is under way. */
    public Future<Void> settled() {
        return last;
    }

    /** Writes the rest and closes the file. */
    public Future<Void> close() {
        return openBatch()
                .eventually(() -> writer.executeBlocking(() -> {
                    file.close();
                    return true;
                }))
                .eventually(writer::close);
    }

    private Future<Void> openBatch() {
        if (!batchOpen && filling.size() > 0) {
            batchOpen = true;
            last = last.compose(_ -> writeFilled());
        }
        return last;
    }

    private Future<Void> writeFilled() {
        byte[] lines = filling.toByteArray();
        filling = new ByteArrayOutputStream(4096);
        batchOpen = false;
        return writer.<Void>executeBlocking(() -> {
            file.append(lines);
            return null;
        });
    }
}
