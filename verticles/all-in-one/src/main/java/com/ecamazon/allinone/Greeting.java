package com.ecamazon.allinone;

import com.ecamazon.contract.Role;
import java.util.Locale;

/** What is printed when everything is ready. */
final class Greeting {
    private Greeting() {}

    static void print(String url, Folder folder, String howToStop) {
        var text = new StringBuilder("\nECAMazon is ready at " + url + "\n\n");
        text.append("  Consoles       ").append(url).append("/console/\n");
        text.append("  API document   ").append(url).append("/api/openapi.json\n");
        text.append("  Data           ").append(folder.root()).append("\n\n");
        text.append("Demo accounts (e-mail / password)\n");
        for (var role : Role.values()) {
            var name = role.name().toLowerCase(Locale.ROOT);
            text.append(String.format("  %-40s demo-%s%n", name + "@demo.ecamazon.test", name));
        }
        text.append("\nTest card 4242 4242 4242 4242, any date to come, any cvc.\n")
                .append(howToStop);
        System.out.println(text);
    }
}
