package com.ecamazon.dataserver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the tables. When a write fails, MVStore closes everything for ever; so the thread that writes, for which no
 * reader waits, tries again here until it succeeds.
 */
final class DataFile extends SingleFileStore {
    private static final Logger LOG = LoggerFactory.getLogger(DataFile.class);
    private static final long RETRY_MILLIS = 200;
    private static final int CACHE_MEGABYTES = 64;
    /** Two blocks, written when the file is made. */
    private static final int HEADER_BYTES = 8 << 10;

    private volatile boolean patient;
    private volatile @Nullable IOException refusal;

    /** Opens or makes the file and locks it. */
    DataFile(Path path) {
        super(Map.of("cacheSize", CACHE_MEGABYTES));
        open(path.toString(), false, null);
        if (size() < HEADER_BYTES) {
            // Whoever made it had no space even for this.
            truncate(0);
        }
    }

    /** Whether a write that fails is tried again, rather than the end of the store. */
    void patient(boolean value) {
        patient = value;
    }

    /** Why a write can't be done at the moment. */
    @Nullable
    IOException refusal() {
        return refusal;
    }

    @Override
    protected void writeFully(@Nullable SFChunk chunk, long position, ByteBuffer source) {
        int start = source.position();
        while (!written(chunk, position, source.position(start))) {
            try {
                Thread.sleep(RETRY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                patient = false;
            }
        }
    }

    private boolean written(@Nullable SFChunk chunk, long position, ByteBuffer source) {
        try {
            super.writeFully(chunk, position, source);
        } catch (MVStoreException e) {
            if (!patient || !(e.getCause() instanceof IOException cause) || cause instanceof ClosedChannelException) {
                throw e;
            }
            if (refusal == null) {
                LOG.error("{} can't be written; changes are refused until it can", this, cause);
            }
            refusal = cause;
            return false;
        }
        if (refusal != null) {
            refusal = null;
            LOG.info("{} can be written again", this);
        }
        return true;
    }
}
