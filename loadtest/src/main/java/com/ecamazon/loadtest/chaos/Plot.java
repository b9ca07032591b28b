package com.ecamazon.loadtest.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The run as a picture: guests with an answer and without, second by second, and when what went wrong. */
final class Plot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 280;
    private static final int LEFT = 40;
    private static final int RIGHT = 12;
    private static final int TOP = 46;
    private static final int BOTTOM = 30;
    private static final String ANSWERED = "#1b7f4d";
    private static final String NOT_ANSWERED = "#c0392b";

    private final StringBuilder svg = new StringBuilder();
    private final int[] answered;
    private final int[] notAnswered;
    private final int most;
    private final double perSecond;
    private final double perGuest;

    private Plot(Timeline timeline) {
        int seconds = Math.max(1, timeline.untilTheLast());
        answered = Arrays.copyOf(timeline.succeeded(), seconds);
        notAnswered = Arrays.copyOf(timeline.failed(), seconds);
        most = Math.max(2, Math.max(most(answered), most(notAnswered)));
        perSecond = (double) (WIDTH - LEFT - RIGHT) / seconds;
        perGuest = (double) (HEIGHT - TOP - BOTTOM) / most;
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
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='9'>",
                WIDTH,
                HEIGHT));
        add(String.format(Locale.ROOT, "<rect width='%d' height='%d' fill='#ffffff'/>", WIDTH, HEIGHT));
        legend();
        faults.forEach(this::bar);
        axes();
        line(answered, ANSWERED);
        line(notAnswered, NOT_ANSWERED);
        return svg.append("</svg>").append(System.lineSeparator()).toString();
    }

    private void legend() {
        text(LEFT, 12, "start", ANSWERED, "guests a second who left with an answer");
        text(LEFT + 230, 12, "start", NOT_ANSWERED, "without");
        text(
                LEFT,
                26,
                "start",
                "#444444",
                Arrays.stream(Fault.Kind.values())
                        .map(kind -> kind.letter() + " " + kind.sentence())
                        .collect(Collectors.joining(", ")));
    }

    private void bar(Fault fault) {
        add(String.format(
                Locale.ROOT,
                "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='#f3d9a4'><title>%s at %d s, for %d s</title></rect>",
                x(fault.at()),
                TOP,
                Math.max(1, fault.seconds() * perSecond),
                HEIGHT - TOP - BOTTOM,
                fault.sentence(),
                fault.at(),
                fault.seconds()));
        text(
                x(fault.at()) + fault.seconds() * perSecond / 2,
                TOP - 4,
                "middle",
                "#444444",
                String.valueOf(fault.kind().letter()));
    }

    private void axes() {
        int step = Math.max(10, answered.length / 120 * 10);
        for (int second = 0; second <= answered.length; second += step) {
            text(x(second), HEIGHT - 12, "middle", "#444444", second + " s");
        }
        for (int guests : new int[] {0, most / 2, most}) {
            text(LEFT - 6, y(guests) + 3, "end", "#444444", String.valueOf(guests));
            add(String.format(
                    Locale.ROOT,
                    "<path d='M%d %.1fH%d' stroke='#dddddd' fill='none'/>",
                    LEFT,
                    y(guests),
                    WIDTH - RIGHT));
        }
    }

    private void text(double x, double y, String anchor, String colour, String words) {
        add(String.format(
                Locale.ROOT,
                "<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s'>%s</text>",
                x,
                y,
                anchor,
                colour,
                words));
    }

    private void line(int[] each, String colour) {
        add("<polyline fill='none' stroke='" + colour + "' points='");
        for (int second = 0; second < each.length; second++) {
            add(String.format(Locale.ROOT, "%.1f,%.1f ", x(second), y(each[second])));
        }
        add("'/>");
    }

    private double y(int guests) {
        return HEIGHT - BOTTOM - guests * perGuest;
    }

    private double x(int second) {
        return LEFT + second * perSecond;
    }

    private void add(String text) {
        svg.append(text);
    }
}
