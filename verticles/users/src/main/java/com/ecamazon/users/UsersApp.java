package com.ecamazon.users;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** Users as a process of its own. */
public final class UsersApp {
    public static final Service SERVICE = new Service(Domain.USERS, UsersVerticle::new);

    private UsersApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
