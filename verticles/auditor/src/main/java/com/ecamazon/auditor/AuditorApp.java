package com.ecamazon.auditor;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** Starts the auditor as a process of its own. */
public final class AuditorApp {
    public static final Service SERVICE = new Service(Domain.AUDITOR, AuditorVerticle::new);

    private AuditorApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
