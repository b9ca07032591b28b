package com.ecamazon.allinone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM that this command starts and can find again by its pid, which the data folder remembers under its name. */
final class Child {
    private static final String PID = "pid-";
    private static final String KILLED = "killed-";
    private static final int RECENT_LINES = 60;
    private static final Duration BECOMING = Duration.ofMillis(100);

    private final Folder folder;
    private final String name;

    Child(Folder folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** All children that the folder remembers. */
    static List<Child> all(Folder folder) {
        return folder.notes(PID).stream()
                .map(note -> new Child(folder, note.substring(PID.length())))
                .toList();
    }

    /** The children that were killed and not started again. */
    static List<Child> killed(Folder folder) {
        return folder.notes(KILLED).stream()
                .map(note -> new Child(folder, note.substring(KILLED.length())))
                .toList();
    }

    String name() {
        return name;
    }

    /** Starts the class in a JVM of its own; what it prints goes to its log. */
    Process start(Class<?> main, List<String> jvmFlags, List<String> arguments, Map<String, String> environment) {
        return start(List.of(), main, jvmFlags, arguments, environment);
    }

    /** As above, behind another command that becomes the JVM. */
    Process start(
            List<String> before,
            Class<?> main,
            List<String> jvmFlags,
            List<String> arguments,
            Map<String, String> environment) {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.log(name).toFile()));
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            folder.note(PID + name, process.pid() + " " + main.getName());
            forgetKill();
            return process;
        } catch (IOException e) {
            throw new Refused(name + " cannot be started: " + e.getMessage());
        }
    }

    /** The process, when it still runs; a pid that another program has by now does not count. */
    Optional<ProcessHandle> handle() {
        return folder.noted(PID + name).flatMap(note -> {
            var parts = note.split(" ", 2);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> runs(handle, parts[1]));
        });
    }

    /** While a process becomes another program, as the one before a JVM does, its command line is empty or torn. */
    private static boolean runs(ProcessHandle process, String main) {
        return Waiting.until(() -> commandLine(process.pid()).contains(main), BECOMING);
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (IOException e) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().commandLine())
                    .orElse("");
        }
    }

    /** Sends SIGTERM, and SIGKILL when that is not enough, and waits until it is gone. */
    void stop(Duration patience) {
        handle().ifPresent(handle -> {
            handle.destroy();
            if (!gone(handle, patience)) {
                handle.destroyForcibly();
                gone(handle, Duration.ofSeconds(5));
            }
        });
        folder.forget(PID + name);
    }

    /** Sends SIGKILL, which is remembered; false when it does not run. */
    boolean kill() {
        var handle = handle();
        if (handle.isPresent()) {
            folder.note(KILLED + name, "");
        }
        handle.ifPresent(process -> {
            process.destroyForcibly();
            gone(process, Duration.ofSeconds(5));
        });
        folder.forget(PID + name);
        return handle.isPresent();
    }

    void forgetKill() {
        folder.forget(KILLED + name);
    }

    private static boolean gone(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last error in its log, or else its last line, to say why it did not start. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(folder.log(name)).reversed();
            return lines.stream()
                    .limit(RECENT_LINES)
                    .filter(line -> line.contains(" ERROR "))
                    .findFirst()
                    .or(() -> lines.stream().findFirst())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
