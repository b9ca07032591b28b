package com.ecamazon.allinone;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command: reads what is to be done and does it. Exits with 1 and one sentence when it cannot, with 1 too when an audit
 * finds something, with 2 when misused, with 3 when rows of an import were skipped.
 */
public final class Ecamazon {
    private static final String USAGE = "say up, cluster, import, audit or simulate; ./ecamazon alone says how.";

    private static final Logger LOG = LoggerFactory.getLogger(Ecamazon.class);

    private Ecamazon() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            System.exit(run(List.of(args)));
        } catch (Refused e) {
            System.err.println("ecamazon: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            // Without an exit the threads that were started would keep a process that does nothing.
            LOG.error("a fault of the program", e);
            System.exit(1);
        }
    }

    private static int run(List<String> words) throws InterruptedException {
        if (words.isEmpty()) {
            System.err.println("ecamazon: " + USAGE);
            return 2;
        }
        var rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "up" -> {
                new Up(UpOptions.read(rest)).run();
                yield 0;
            }
            case "cluster" -> {
                new ClusterCommand().run(rest);
                yield 0;
            }
            case "rehearse" -> {
                new Rehearsal(UpOptions.read(rest)).run();
                yield 0;
            }
            case "import" -> new ImportCommand(rest).run();
            case "simulate" -> new SimulateCommand(rest).run();
            case "audit" -> new AuditCommand(rest).run();
            default -> {
                System.err.println("ecamazon: there is no command " + words.getFirst() + "; " + USAGE);
                yield 2;
            }
        };
    }
}
