package com.ecamazon.loadtest.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one case.
 *
 * @param rate requests a second
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param failed answers that were not what they should be
 * @param cpu microseconds of CPU per request of each process
 */
record Figure(double rate, double p50, double p99, long failed, Map<String, Double> cpu) {
    static Figure of(Timing timing, Cpu spent) {
        var each = new LinkedHashMap<String, Double>();
        spent.spent().forEach((name, micros) -> each.put(name, micros / (double) Math.max(1, timing.requests())));
        return new Figure(timing.requests() / timing.seconds(), timing.p50(), timing.p99(), timing.failed(), each);
    }

    /** Over all processes. */
    double micros() {
        return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The one in the middle by CPU. */
    static Figure median(List<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparingDouble(Figure::micros))
                .toList()
                .get(figures.size() / 2);
    }
}
