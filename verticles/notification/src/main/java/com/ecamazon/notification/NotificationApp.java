package com.ecamazon.notification;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** Notification as a process of its own. */
public final class NotificationApp {
    public static final Service SERVICE = new Service(Domain.NOTIFICATION, NotificationVerticle::new);

    private NotificationApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
