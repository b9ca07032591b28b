package com.ecamazon.shop.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.Problem.Fault;
import java.util.List;

/** Why an order came to nothing; kept with the order, so that a repeat gets the same answer. */
public sealed interface Refusal {
    /** There were not that many units. */
    record OutOfStock(List<Fault> errors) implements Refusal {}

    /** The cart no longer cost what its owner saw. */
    record PriceChanged(List<Fault> errors, Money before, Money now) implements Refusal {}

    /** The cart belongs to another order. */
    record CartOrdered() implements Refusal {}

    /** There was nothing in the cart. */
    record CartEmpty() implements Refusal {}

    /** The bank said no. */
    record PaymentDeclined(String reason) implements Refusal {}

    /** A domain was away until the saga's deadline. */
    record NotCompleted() implements Refusal {}

    /** The customer did not want it any more. */
    record Cancelled() implements Refusal {}

    /** The reason as a stable code. */
    default String code() {
        return switch (this) {
            case OutOfStock _ -> "OUT_OF_STOCK";
            case PriceChanged _ -> "PRICE_CHANGED";
            case CartOrdered _ -> "CART_ORDERED";
            case CartEmpty _ -> "CART_EMPTY";
            case PaymentDeclined _ -> "PAYMENT_DECLINED";
            case NotCompleted _ -> "NOT_COMPLETED";
            case Cancelled _ -> "CANCELLED";
        };
    }

    /** The reason as a sentence for the customer. */
    default String sentence() {
        return switch (this) {
            case OutOfStock _ -> "Some of it was no longer in stock.";
            case PriceChanged _ -> "A price had changed.";
            case CartOrdered _ -> "The cart belongs to another order.";
            case CartEmpty _ -> "The cart was empty.";
            case PaymentDeclined _ -> "The payment was declined.";
            case NotCompleted _ -> "It could not be completed in time; nothing was charged.";
            case Cancelled _ -> "It was cancelled.";
        };
    }
}
