package com.ecamazon.simulator;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply.Accepted;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply.Confirmed;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the shop told its clients, so that it can be held to it. */
final class ClientLog {
    private final Set<OrderNumber> shown = new LinkedHashSet<>();
    private final Set<OrderNumber> promised = new LinkedHashSet<>();
    private final Map<String, Set<String>> finals = new LinkedHashMap<>();

    void heard(String client, PlaceOrderReply reply) {
        switch (reply) {
            case Confirmed confirmed -> {
                shown.add(confirmed.order().number());
                promised.add(confirmed.order().number());
            }
            case Accepted accepted -> shown.add(accepted.order().number());
            case PlaceOrderReply _ -> {}
        }
        if (!(reply instanceof Accepted)) {
            finals.computeIfAbsent(client, name -> new LinkedHashSet<>())
                    .add(reply.getClass().getSimpleName());
        }
    }

    /** The orders that a client knows by number. */
    Set<OrderNumber> shown() {
        return shown;
    }

    /** The orders that a client was told are confirmed. */
    Set<OrderNumber> promised() {
        return promised;
    }

    /** The final answers that a client got under one key. */
    Map<String, Set<String>> finals() {
        return finals;
    }
}
