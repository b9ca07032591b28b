package com.ecamazon.allinone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other commands from starting on a data folder, or clearing it. The operating system lets go of it when this
 * process ends, however that comes about.
 */
final class FolderClaim implements AutoCloseable {
    private final FileChannel file;

    private FolderClaim(FileChannel file) {
        this.file = file;
    }

    /** Refuses when another {@code up} or a cluster runs on the folder. */
    static FolderClaim of(Folder folder) {
        var claim = new FolderClaim(open(folder));
        if (!claim.isGranted()) {
            claim.close();
            throw new Refused("another ./ecamazon runs on the data folder " + folder.root()
                    + "; stop it first, or choose another folder with --data.");
        }
        if (Child.all(folder).stream().anyMatch(FolderClaim::isOfCluster)) {
            claim.close();
            throw new Refused("a cluster runs on the data folder " + folder.root()
                    + "; stop it with ./ecamazon cluster down, or choose another folder with --data.");
        }
        return claim;
    }

    /** A bank may be left over from a run that was killed, and is replaced. */
    private static boolean isOfCluster(Child child) {
        return !child.name().equals(BankProcess.NAME) && child.handle().isPresent();
    }

    private static FileChannel open(Folder folder) {
        try {
            return FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Refused("the data folder " + folder.root() + " cannot be written.");
        }
    }

    private boolean isGranted() {
        try {
            return file.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
