package com.ecamazon.contract.shop;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a parcel, where and when.
 *
 * @param customer the account, when the buyer has one
 * @param position where the door is
 * @param from the promised window's start
 * @param until the promised window's end
 */
public record Recipient(
        @Nullable UserId customer, Email email, Address address, Position position, Instant from, Instant until) {}
