package com.ecamazon.allinone;

import java.util.HashMap;
import java.util.Map;

/** The settings that the domains of one data folder share; what the environment says goes first. */
final class DomainSettings {
    private DomainSettings() {}

    static Map<String, String> of(Folder folder, BankProcess bank, String mongoUrl, UpOptions options) {
        var all = new HashMap<String, String>();
        all.put("ECAMAZON_SECRET_FILE", folder.secretFile("cluster").toString());
        all.put("MONGO_URL", mongoUrl);
        all.put("HTTP_PORT", String.valueOf(options.port()));
        all.put("DEMO", "true");
        all.put("CITY_SPEED", "20");
        all.putAll(bank.settings());
        all.putAll(System.getenv());
        return all;
    }
}
