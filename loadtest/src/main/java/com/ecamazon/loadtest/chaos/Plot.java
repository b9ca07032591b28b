package com.ecamazon.loadtest.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The run as a picture: guests with an answer and without, second by second, and when what went wrong. */
final class Plot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 240;
    private static final int LEFT = 40;
    private static final int BOTTOM = 30;

    private final StringBuilder svg = new StringBuilder();
    private final Timeline timeline;
    private final double perSecond;
    private final double perGuest;

    private Plot(Timeline timeline) {
        this.timeline = timeline;
        int seconds = timeline.succeeded().length;
        int most = Math.max(1, Math.max(most(timeline.succeeded()), most(timeline.failed())));
        this.perSecond = (double) (WIDTH - LEFT) / seconds;
        this.perGuest = (double) (HEIGHT - BOTTOM) / most;
    }

    private static int most(int[] each) {
        return Arrays.stream(each).max().orElse(0);
    }

    static String of(Timeline timeline, List<Fault> faults) {
        return new Plot(timeline).draw(faults);
    }

    private String draw(List<Fault> faults) {
        add(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='10'>",
                WIDTH,
                HEIGHT));
        add(String.format(Locale.ROOT, "<rect width='%d' height='%d' fill='#ffffff'/>", WIDTH, HEIGHT));
        for (var fault : faults) {
            add(String.format(
                    Locale.ROOT,
                    "<rect x='%.1f' y='0' width='%.1f' height='%d' fill='#f3d9a4'><title>%s at %d s, for %d s</title></rect>",
                    x(fault.at()),
                    Math.max(1, fault.seconds() * perSecond),
                    HEIGHT - BOTTOM,
                    fault.sentence(),
                    fault.at(),
                    fault.seconds()));
        }
        line(timeline.succeeded(), "#1b7f4d");
        line(timeline.failed(), "#c0392b");
        int seconds = timeline.succeeded().length;
        int step = Math.max(10, seconds / 120 * 10);
        for (int second = 0; second <= seconds; second += step) {
            add(String.format(
                    Locale.ROOT,
                    "<text x='%.1f' y='%d' text-anchor='middle'>%d s</text>",
                    x(second),
                    HEIGHT - 12,
                    second));
        }
        add("<text x='4' y='12' fill='#1b7f4d'>answered</text><text x='4' y='26' fill='#c0392b'>not</text>");
        return svg.append("</svg>").append(System.lineSeparator()).toString();
    }

    private void line(int[] each, String colour) {
        add("<polyline fill='none' stroke='" + colour + "' points='");
        for (int second = 0; second < each.length; second++) {
            add(String.format(Locale.ROOT, "%.1f,%.1f ", x(second), HEIGHT - BOTTOM - each[second] * perGuest));
        }
        add("'/>");
    }

    private double x(int second) {
        return LEFT + second * perSecond;
    }

    private void add(String text) {
        svg.append(text);
    }
}
