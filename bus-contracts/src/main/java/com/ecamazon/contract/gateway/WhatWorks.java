package com.ecamazon.contract.gateway;

import com.ecamazon.contract.Capability;
import com.ecamazon.contract.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which domains serve at this moment, and what people can do meanwhile. */
public record WhatWorks(List<DomainState> domains, List<CapabilityState> capabilities) {
    /** Asks for it. */
    public record Query() {}

    /** Whether an instance of a domain serves. */
    public enum Presence {
        SERVING,
        AWAY
    }

    public record DomainState(Domain domain, Presence state) {}

    /**
     * How well a capability works.
     *
     * @param sentence for customers
     */
    public record CapabilityState(String name, Capability.State state, String sentence) {}

    public WhatWorks {
        domains = List.copyOf(domains);
        capabilities = List.copyOf(capabilities);
    }

    /** What works while these domains are away. */
    public static WhatWorks without(Set<Domain> absent) {
        return new WhatWorks(
                Arrays.stream(Domain.values())
                        .filter(domain -> domain != Domain.GATEWAY)
                        .map(domain ->
                                new DomainState(domain, absent.contains(domain) ? Presence.AWAY : Presence.SERVING))
                        .toList(),
                Capabilities.ALL.stream()
                        .map(one -> {
                            var state = one.without(absent);
                            return new CapabilityState(one.name(), state, one.sentence(state));
                        })
                        .toList());
    }
}
