package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Sku;

/**
 * The units of a SKU in one depot.
 *
 * @param bin where they lie, given at the first receipt
 * @param onHand all units in the depot, packed ones included, until their parcel leaves
 * @param allocated the part of them that belongs to orders
 * @param onHold the part of them that nobody may take, such as units under inspection
 * @param safetyStock so many are not promised to new carts
 */
public record DepotStock(DepotId depot, String bin, int onHand, int allocated, int onHold, int safetyStock) {
    public DepotStock {
        if (allocated < 0 || onHold < 0 || safetyStock < 0 || onHand < allocated + onHold) {
            throw new IllegalStateException("depot " + depot + " cannot have " + onHand + " units, " + allocated
                    + " allocated, " + onHold + " on hold");
        }
    }

    static DepotStock empty(Sku sku, DepotId depot) {
        return new DepotStock(depot, Bins.of(sku, depot), 0, 0, 0, 0);
    }

    /** Units that an order could be given. */
    int free() {
        return onHand - allocated - onHold;
    }

    DepotStock plus(int units, int ofThemAllocated) {
        return new DepotStock(depot, bin, onHand + units, allocated + ofThemAllocated, onHold, safetyStock);
    }

    DepotStock keepingBack(int blocked, int buffer) {
        return new DepotStock(depot, bin, onHand, allocated, blocked, buffer);
    }
}
