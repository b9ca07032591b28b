package com.ecamazon.bank;

import com.ecamazon.bank.domain.Authorization;
import com.ecamazon.bank.domain.Card;
import com.ecamazon.bank.domain.Money;
import com.ecamazon.bank.domain.Notice;
import com.ecamazon.bank.domain.Operation;
import com.ecamazon.bank.domain.Registered;
import com.ecamazon.bank.domain.StatementLine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The JSON documents that the bank sends. */
public final class Documents {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

    private Documents() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    public static byte[] bytes(JsonNode document) {
        try {
            return WRITER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }

    public static ObjectNode card(Card card) {
        return object().put("token", card.token())
                .put("brand", text(card.brand()))
                .put("last4", card.last4())
                .put("expMonth", card.expMonth())
                .put("expYear", card.expYear())
                .put("fingerprint", card.fingerprint());
    }

    /** A reference voided before it was used has no money: its amounts are null. */
    public static ObjectNode registered(Registered registered) {
        return switch (registered) {
            case Registered.Known(Authorization known) -> authorization(known);
            case Registered.Tombstone(String reference) ->
                object().put("reference", reference)
                        .put("state", text(Authorization.State.VOIDED))
                        .putNull("reason")
                        .putNull("amount")
                        .putNull("captured")
                        .putNull("refunded");
            case Registered.Unknown(String reference) ->
                throw new IllegalStateException("Nothing to show under " + reference);
        };
    }

    private static ObjectNode authorization(Authorization known) {
        ObjectNode document = object().put("reference", known.reference()).put("state", text(known.state()));
        if (known.reason() == Authorization.Reason.NONE) {
            document.putNull("reason");
        } else {
            document.put("reason", known.reason().name());
        }
        return amounts(document, known.amount(), known);
    }

    /** {@code next} is the last reference, or null when there are no more. */
    static ObjectNode authorizations(List<Authorization> some, boolean more) {
        ObjectNode document = object();
        ArrayNode items = document.putArray("authorizations");
        some.forEach(known -> items.add(authorization(known)));
        return more ? document.put("next", some.getLast().reference()) : document.putNull("next");
    }

    public static ObjectNode operation(Authorization known, Operation operation) {
        ObjectNode document = object().put("reference", known.reference())
                .put("operationReference", operation.reference())
                .put("kind", text(operation.kind()))
                .put("state", text(operation.state()));
        return amounts(document, operation.amount(), known);
    }

    private static ObjectNode amounts(ObjectNode document, Money amount, Authorization known) {
        document.set("amount", money(amount));
        document.set("captured", money(known.captured()));
        document.set("refunded", money(known.refunded()));
        return document;
    }

    /** {@code next} is the number to go on after, or null when these lines are the last so far. */
    public static ObjectNode statement(List<StatementLine> lines, long last) {
        ObjectNode document = object();
        ArrayNode items = document.putArray("lines");
        for (StatementLine line : lines) {
            ObjectNode item = items.addObject()
                    .put("line", line.line())
                    .put("at", line.at().toString())
                    .put("kind", text(line.kind()))
                    .put("reference", line.reference())
                    .put("operationReference", line.operationReference());
            item.set("amount", money(line.amount()));
        }
        boolean more = !lines.isEmpty() && lines.getLast().line() < last;
        return more ? document.put("next", lines.getLast().line()) : document.putNull("next");
    }

    public static ObjectNode notice(String id, Notice notice) {
        ObjectNode document = object().put("id", id).put("type", notice.type()).put("reference", notice.reference());
        if (notice.operationReference().isEmpty()) {
            document.putNull("operationReference");
        } else {
            document.put("operationReference", notice.operationReference());
        }
        document.put("state", notice.state());
        document.set("amount", money(notice.amount()));
        return document.put("at", notice.at().toString());
    }

    static ObjectNode faults(Faults faults) {
        return object().put("latencyMs", faults.latencyMs())
                .put("refuse", faults.refuse())
                .put("timeoutBefore", faults.timeoutBefore())
                .put("timeoutAfter", faults.timeoutAfter())
                .put("duplicateCallbacks", faults.duplicateCallbacks())
                .put("reorderCallbacks", faults.reorderCallbacks())
                .put("callbackBeforeReply", faults.callbackBeforeReply())
                .put("noCallback", faults.noCallback())
                .put("wrongAmount", faults.wrongAmount())
                .put("forgedSignature", faults.forgedSignature())
                .put("refuseRefunds", faults.refuseRefunds())
                .put("seed", faults.seed());
    }

    public static ObjectNode problem(int status, String code, String detail) {
        return object().put("type", "about:blank")
                .put("title", code)
                .put("status", status)
                .put("code", code)
                .put("detail", detail);
    }

    private static ObjectNode money(Money money) {
        return object().put("amount", money.amount()).put("currency", money.currency());
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
