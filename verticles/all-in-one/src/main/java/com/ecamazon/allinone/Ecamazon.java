package com.ecamazon.allinone;

import java.util.Arrays;
import java.util.List;

/** The command: reads what is to be done and does it. Exits with 1 and one sentence when it cannot, with 2 when misused. */
public final class Ecamazon {
    private static final String USAGE = """
            usage: ./ecamazon up [--port 8080] [--data DIR] [--fresh] [--no-city]
                   ./ecamazon cluster up [--port 8080] [--data DIR] [--fresh] [--no-city]
                   ./ecamazon cluster scale DOMAIN N | kill DOMAIN [N] | status | down
                   ./ecamazon import FILE [--stock N]""";

    private Ecamazon() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args)));
        } catch (Refused e) {
            System.err.println("ecamazon: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int run(List<String> words) {
        if (words.isEmpty()) {
            System.err.println(USAGE);
            return 2;
        }
        var rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "up" -> new Up(UpOptions.read(rest)).run();
            case "cluster" -> new ClusterCommand().run(rest);
            case "import" -> new ImportCommand(rest).run();
            default -> {
                System.err.println("ecamazon: no such command: " + Arrays.toString(words.toArray()) + "\n" + USAGE);
                return 2;
            }
        }
        return 0;
    }
}
