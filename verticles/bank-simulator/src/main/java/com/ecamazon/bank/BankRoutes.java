package com.ecamazon.bank;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads requests, types and limits included, and hands them to the acquirer. */
final class BankRoutes {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._~:-]{1,128}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2000;
    private static final int STATEMENT_LIMIT = 1000;
    private static final int STATEMENT_PAGE = 100;

    private final Acquirer acquirer;

    BankRoutes(Acquirer acquirer) {
        this.acquirer = acquirer;
    }

    Answer storeCard(RoutingContext request, Dice.Fate fate) {
        RequestBody body = RequestBody.of(request);
        String name = body.text("name");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name must be 1 to " + LONGEST_NAME + " characters.");
        }
        return acquirer.storeCard(
                body.text("number"), body.integer("expMonth"), body.integer("expYear"), body.text("cvc"));
    }

    Answer card(RoutingContext request, Dice.Fate fate) {
        return acquirer.card(reference(request, "token"));
    }

    Answer authorize(RoutingContext request, Dice.Fate fate) {
        RequestBody body = RequestBody.of(request);
        return acquirer.authorize(reference(request, "reference"), body.text("token"), body.money("amount"));
    }

    Answer authorization(RoutingContext request, Dice.Fate fate) {
        return acquirer.authorization(reference(request, "reference"));
    }

    Answer cancel(RoutingContext request, Dice.Fate fate) {
        return acquirer.cancel(reference(request, "reference"));
    }

    Answer capture(RoutingContext request, Dice.Fate fate) {
        return acquirer.capture(
                reference(request, "reference"),
                reference(request, "operation"),
                RequestBody.of(request).money("amount"));
    }

    Answer refund(RoutingContext request, Dice.Fate fate) {
        return acquirer.refund(
                reference(request, "reference"),
                reference(request, "operation"),
                RequestBody.of(request).money("amount"),
                fate.refundRefused());
    }

    Answer chargeBack(RoutingContext request, Dice.Fate fate) {
        return acquirer.chargeBack(
                reference(request, "reference"),
                reference(request, "operation"),
                RequestBody.of(request).money("amount"));
    }

    Answer statement(RoutingContext request, Dice.Fate fate) {
        return acquirer.statement(number(request, "after", 0, 0, Long.MAX_VALUE), (int)
                number(request, "limit", STATEMENT_PAGE, 1, STATEMENT_LIMIT));
    }

    /** The authorisations that are approved, by reference. */
    Answer approved(RoutingContext request, Dice.Fate fate) {
        if (!"approved".equals(request.request().getParam("state"))) {
            throw Problem.invalid("state must be approved.");
        }
        return acquirer.approved(
                request.request().getParam("from", ""),
                Optional.ofNullable(request.request().getParam("to")),
                (int) number(request, "limit", STATEMENT_PAGE, 1, STATEMENT_LIMIT));
    }

    Answer merchant(RoutingContext request, Dice.Fate fate) {
        return acquirer.sendCallbacksTo(callbackUrl(RequestBody.of(request).text("callbackUrl")));
    }

    /** True for {@code state=parked}, false for {@code state=queued}. */
    boolean parked(RoutingContext request) {
        return switch (request.request().getParam("state", "parked")) {
            case "parked" -> true;
            case "queued" -> false;
            default -> throw Problem.invalid("state must be parked or queued.");
        };
    }

    /** An absolute http or https address. */
    static URI callbackUrl(String text) {
        try {
            URI url = new URI(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && text.length() <= LONGEST_URL) {
                return url;
            }
        } catch (URISyntaxException _) {
            // Answered below, as any other address that cannot be called.
        }
        throw Problem.invalid("callbackUrl must be an absolute http or https address.");
    }

    private static String reference(RoutingContext request, String name) {
        String value = request.pathParam(name);
        if (value == null || !REFERENCE.matcher(value).matches()) {
            throw Problem.invalid("A reference is 1 to 128 letters, digits or any of . _ ~ : -");
        }
        return value;
    }

    private static long number(RoutingContext request, String name, long missing, long least, long most) {
        String text = request.request().getParam(name);
        if (text == null) {
            return missing;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Answered below, as a number out of range.
        }
        throw Problem.invalid(name + " must be an integer of " + least + " to " + most + ".");
    }
}
