/**
 * Users: who people are. Owns accounts with their address books and payment methods, the claims on e-mail addresses, the
 * sessions and the count of wrong tries. Serves {@link com.ecamazon.contract.users.UsersContract} and calls Payment to learn
 * what a payment token stands for.
 *
 * <p>A password is kept only as an Argon2id hash, a refresh token only as its SHA-256, an access token not at all. Settings:
 * {@code ARGON2_THREADS} (half of the processors), {@code ARGON2_QUEUE} (how many hashes may wait, 32 a thread), {@code DEMO}.
 */
@NullMarked
package com.ecamazon.users;

import org.jspecify.annotations.NullMarked;
