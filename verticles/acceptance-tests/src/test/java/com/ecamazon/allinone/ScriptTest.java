package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, as far as it goes before Java starts: it finds a JDK 25 wherever it is, or says that it needs one. */
class ScriptTest {
    /** Where the script looks, besides what the environment names. */
    private static final List<String> USUAL = List.of("/usr/lib/jvm", "/opt/java", "/Library/Java");

    private static final int MISUSED = 2;

    @TempDir
    private Path home;

    @BeforeEach
    void olderJava() throws IOException {
        for (var program : List.of("java", "javac")) {
            var file = home.resolve("older/bin").resolve(program);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\necho 'openjdk version \"17.0.15\" 2025-04-15' >&2\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Runs the script with the older Java as the first on the path and as {@code JAVA_HOME}. */
    private CommandRun script(List<String> before) throws IOException, InterruptedException {
        var words = new ArrayList<>(before);
        words.add(Path.of("..", "..", "ecamazon").toRealPath().toString());
        var builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "JAVA_HOME", home.resolve("older").toString(),
                        "PATH", home.resolve("older/bin") + ":/usr/bin:/bin"));
        return CommandRun.of(builder);
    }

    @Test
    void script_olderJavaFirst_findsAJdk25() throws IOException, InterruptedException {
        var candidates = Files.createDirectories(home.resolve(".sdkman/candidates/java"));
        Files.createSymbolicLink(candidates.resolve("25"), Path.of(System.getProperty("java.home")));
        var run = script(List.of());
        assertThat(run.errors()).as("goes on to what it is to do").startsWith("usage: ./ecamazon up");
        assertThat(run.status()).isEqualTo(MISUSED);
    }

    @Test
    void script_noJdk25_isRefused() throws IOException, InterruptedException {
        var hiding = new StringBuilder();
        for (var folder : USUAL) {
            if (Files.isDirectory(Path.of(folder))) {
                hiding.append("mount -t tmpfs none ").append(folder).append(" && ");
            }
        }
        var namespace = List.of("unshare", "--map-root-user", "--mount", "sh", "-c");
        var trial = new ArrayList<>(namespace);
        trial.add(hiding + "true");
        assumeTrue(
                CommandRun.succeeds(trial),
                "this machine allows no mount namespace, in which its JDKs could be hidden");

        var hidden = new ArrayList<>(namespace);
        hidden.add(hiding + "exec \"$0\"");
        script(hidden).isRefused("a JDK 25 is needed and was not found; install one or set JAVA_HOME to it.");
    }
}
