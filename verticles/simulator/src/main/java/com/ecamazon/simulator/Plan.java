package com.ecamazon.simulator;

import com.ecamazon.contract.Sku;
import com.ecamazon.simulator.Wish.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A schedule: who wants what, what fails and when. All else follows from the seed.
 *
 * @param instances of each domain
 * @param warehouse whether anybody picks and packs
 * @param misplaced how often units are not where they should be
 * @param stock units by SKU
 */
record Plan(
        long seed,
        List<Wish> wishes,
        boolean warehouse,
        double misplaced,
        Map<Sku, Integer> stock,
        int instances,
        Faults faults,
        List<CrashPoint> crashes,
        Defect defect) {
    static final Sku LAMP = new Sku("LAMP");
    static final Sku CHAIR = new Sku("CHAIR");
    static final Sku VASE = new Sku("VASE");

    private static final int MOST_WRITES = 150;
    private static final long LONGEST_DOWN_MILLIS = 4_000;

    /** The random schedule of a seed. */
    static Plan of(long seed) {
        var chances = new Chances(~seed);
        var stock = new LinkedHashMap<Sku, Integer>();
        stock.put(LAMP, (int) chances.between(1, 6));
        stock.put(CHAIR, (int) chances.between(1, 4));
        stock.put(VASE, 1);
        var wishes = new ArrayList<Wish>();
        for (long guests = chances.between(1, 4); guests > 0; guests--) {
            wishes.add(wish(chances));
        }
        var crashes = new ArrayList<CrashPoint>();
        for (long some = chances.below(4); some > 0; some--) {
            crashes.add(new CrashPoint(
                    (int) chances.between(1, MOST_WRITES),
                    chances.strikes(0.5),
                    chances.between(100, LONGEST_DOWN_MILLIS)));
        }
        var faults = chances.strikes(0.2) ? Faults.NONE : Faults.by(chances);
        return new Plan(
                seed,
                wishes,
                true,
                chances.strikes(0.3) ? 0.3 : 0,
                stock,
                chances.strikes(0.3) ? 2 : 1,
                faults,
                crashes,
                Defect.NONE);
    }

    private static Wish wish(Chances chances) {
        var units = new LinkedHashMap<Sku, Integer>();
        for (var sku : List.of(LAMP, CHAIR, VASE)) {
            if (chances.strikes(0.45)) {
                units.put(sku, (int) chances.between(1, 2));
            }
        }
        if (units.isEmpty()) {
            units.put(LAMP, 1);
        }
        var card = chances.strikes(0.15) ? Wish.DECLINED_CARD : chances.strikes(0.15) ? Wish.SLOW_CARD : Wish.GOOD_CARD;
        var ending = chances.strikes(0.3) ? Ending.CANCEL : chances.strikes(0.4) ? Ending.SEND_BACK : Ending.KEEP;
        return new Wish(units, card, chances.below(2_500), chances.strikes(0.3), ending, chances.below(2_500));
    }

    /** One guest who wants one lamp and gets it, with nothing going wrong. */
    static Plan quiet(Ending ending, boolean warehouse) {
        return new Plan(
                1,
                List.of(new Wish(Map.of(LAMP, 1), Wish.GOOD_CARD, 0, false, ending, 0)),
                warehouse,
                0,
                Map.of(LAMP, 3),
                1,
                Faults.NONE,
                List.of(),
                Defect.NONE);
    }

    /** Nobody comes. */
    static Plan opening(Map<Sku, Integer> stock) {
        return new Plan(0, List.of(), false, 0, stock, 1, Faults.NONE, List.of(), Defect.NONE);
    }

    /** The same with these crashes. */
    Plan with(List<CrashPoint> crashPoints) {
        return new Plan(seed, wishes, warehouse, misplaced, stock, instances, faults, crashPoints, defect);
    }

    /** The same with a defect. */
    Plan with(Defect planted) {
        return new Plan(seed, wishes, warehouse, misplaced, stock, instances, faults, crashes, planted);
    }
}
