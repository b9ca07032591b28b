package com.ecamazon.allinone;

import java.util.HashMap;
import java.util.Map;

/** The settings that the domains of one data folder share. */
final class DomainSettings {
    /** On one machine the data server is slow while all starts at once, rather than away. */
    private static final String PATIENCE = "&connectTimeoutMS=5000";

    private DomainSettings() {}

    /** The folder's own; what the environment says goes first. */
    static Map<String, String> of(Folder folder, BankProcess bank, String dataUrl, UpOptions options) {
        var all = own(folder, bank, dataUrl, options);
        all.putAll(System.getenv());
        return all;
    }

    /** Without the environment, which may name a real database. */
    static Map<String, String> own(Folder folder, BankProcess bank, String dataUrl, UpOptions options) {
        var all = new HashMap<String, String>();
        all.put("ECAMAZON_SECRET_FILE", folder.secretFile("cluster").toString());
        all.put("MONGO_URL", dataUrl + PATIENCE);
        all.put("HTTP_PORT", String.valueOf(options.port()));
        all.put("DEMO", "true");
        all.put("CITY_SPEED", "20");
        all.putAll(bank.settings());
        return all;
    }
}
