package com.ecamazon.platform.testing;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Service;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Domains of a node that come and go while the others serve. */
public final class Stage {
    private final Node node;
    private final Map<Domain, Set<String>> deployments = new ConcurrentHashMap<>();

    public Stage(Node node) {
        this.node = node;
    }

    /** Done when it serves. */
    public void enter(Service service) {
        var before = node.vertx().deploymentIDs();
        LocalPod.await(node.deploy(service));
        var added = new HashSet<>(node.vertx().deploymentIDs());
        added.removeAll(before);
        deployments.put(service.domain(), added);
    }

    /** Done when nothing of it is left. */
    public void leave(Domain domain) {
        for (var deployment : deployments.remove(domain)) {
            // One that another of these deployed went with it.
            if (node.vertx().deploymentIDs().contains(deployment)) {
                LocalPod.await(node.vertx().undeploy(deployment));
            }
        }
    }
}
