package com.ecamazon.payment;

import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.payment.Payments.Method;
import com.ecamazon.contract.payment.Payments.MethodQuery;
import com.ecamazon.contract.payment.Payments.Tokenise;
import com.ecamazon.contract.payment.Payments.TokeniseReply;
import com.ecamazon.payment.store.Cards;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;

/** Cards: the numbers are the bank's, the tokens are ours. */
final class Wallet {
    private final Cards cards;
    private final Bank bank;

    Wallet(Cards cards, Bank bank) {
        this.cards = cards;
        this.bank = bank;
    }

    Future<TokeniseReply> tokenise(Request<Tokenise> request) {
        return bank.vault(request.body()).compose(vaulted -> switch (vaulted) {
            case Bank.Vaulted.Known(var card) -> cards.keep(card).map(tokenised(card));
            case Bank.Vaulted.Refused(var code) -> Future.succeededFuture(new TokeniseReply.CardInvalid(code));
        });
    }

    private static TokeniseReply tokenised(Method card) {
        return new TokeniseReply.Tokenised(card.token(), card.brand(), card.last4(), card.expMonth(), card.expYear());
    }

    /** From our own memory, else the bank's; fails with 404 when neither knows the token. */
    Future<Method> method(Request<MethodQuery> request) {
        var token = request.body().token();
        return cards.find(token)
                .compose(known -> known.map(Future::succeededFuture).orElseGet(() -> fromBank(token)));
    }

    private Future<Method> fromBank(PaymentToken token) {
        return bank.method(token)
                .compose(found -> found.map(card -> cards.keep(card).map(card))
                        .orElseGet(() -> Future.failedFuture(new ProblemException(Problem.notFound()))));
    }
}
