package com.ecamazon.allinone;

import java.nio.file.Path;
import java.util.List;

/**
 * The flags of {@code up}.
 *
 * @param apart whether each pod of a cluster gets a network of its own
 */
record UpOptions(int port, Path data, boolean fresh, boolean city, boolean apart) {
    static UpOptions read(List<String> words) {
        int port = 8080;
        Path data = Folder.standard();
        boolean fresh = false;
        boolean city = true;
        boolean apart = false;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            switch (word) {
                case "--port" -> port = port(value(words, ++i, word));
                case "--data" -> data = Path.of(value(words, ++i, word));
                case "--fresh" -> fresh = true;
                case "--no-city" -> city = false;
                case "--apart" -> apart = true;
                default ->
                    throw new Refused("there is no flag " + word
                            + "; known are --port, --data, --fresh, --no-city and, for cluster up, --apart.");
            }
        }
        return new UpOptions(port, data.toAbsolutePath().normalize(), fresh, city, apart);
    }

    static String value(List<String> words, int index, String flag) {
        if (index >= words.size()) {
            throw new Refused(flag + " needs a value.");
        }
        return words.get(index);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through: it is not one.
        }
        throw new Refused("--port must be a number from 1 to 65535, not " + text + ".");
    }
}
