package com.ecamazon.users;

import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.SessionReply;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.users.domain.Account;
import com.ecamazon.users.domain.RefreshToken;

/** What somebody gets who may come in, and who may not. */
final class Doorway {
    private final AccessTokens tokens;
    private final boolean demo;

    Doorway(AccessTokens tokens, boolean demo) {
        this.tokens = tokens;
        this.demo = demo;
    }

    /** Whether the account may be used here: one whose password everybody knows only in a demo. */
    boolean lets(Account account) {
        return demo || !account.demo();
    }

    SessionReply in(UserId id, Account account, RefreshToken token) {
        return new SessionReply.SignedIn(
                tokens.issue(id, account.roles()),
                token.text(),
                (int) AccessTokens.LIFETIME.toSeconds(),
                account.shown(id));
    }
}
