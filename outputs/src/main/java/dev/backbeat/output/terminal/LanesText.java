package dev.backbeat.output.terminal;

import dev.backbeat.model.Lanes;
import dev.backbeat.model.Lanes.BarKind;
import dev.backbeat.model.Lanes.Flag;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Lanes as lines: each bar its own where they are few, drawn on the common axis of time with its duration beside it;
/// one line a lane that shows how busy it is where they are many.
final class LanesText {

    private static final int MOST_BARS = 80;
    private static final int MOST_LANES = 60;
    private static final int WIDEST_LABEL = 44;
    private static final int FIGURE = 10;
    private static final int NARROWEST = 10;
    private static final int EIGHTHS = 8;
    private static final String BUSY = " ▁▂▃▄▅▆▇█";
    private static final String BETWEEN = "  ";

    private final Lanes lanes;
    private final Style style;
    private final Appendable target;
    private final int label;
    private final int room;
    private final Set<Flag> said = new LinkedHashSet<>();

    private LanesText(Lanes lanes, Screen screen, Style style, Appendable target) {
        this.lanes = lanes;
        this.style = style;
        this.target = target;
        this.label = Math.min(WIDEST_LABEL, screen.width() / 2);
        this.room = Math.max(NARROWEST, screen.width() - label - FIGURE - 2 * BETWEEN.length() - flagWidth());
    }

    private static int flagWidth() {
        return 3;
    }

    static void write(Lanes lanes, Screen screen, Style style, Appendable target) throws IOException {
        if (lanes.bars().size() == 0) {
            target.append(Visible.of(lanes.whenEmpty())).append('\n');
            return;
        }
        LanesText text = new LanesText(lanes, screen, style, target);
        text.axis();
        if (lanes.bars().size() <= MOST_BARS) {
            text.bars();
        } else {
            text.lanes();
        }
        text.legend(screen);
    }

    private void axis() throws IOException {
        String length = Figures.duration(lanes.toNanos() - lanes.fromNanos());
        String end = Width.padLeft(length, Math.max(1, room - 1));
        target.append(style.quiet(" ".repeat(label) + BETWEEN + "0" + end)).append('\n');
    }

    /// A line for each bar, under the name of its lane.
    private void bars() throws IOException {
        long lane = -1;
        for (int bar = 0; bar < lanes.bars().size(); bar++) {
            if (lanes.bars().lane().at(bar) != lane) {
                lane = lanes.bars().lane().at(bar);
                heading((int) lane);
            }
            bar(bar);
        }
    }

    private void heading(int lane) throws IOException {
        if (lanes.lanes().size() > 1) {
            Lanes.Lane known = lanes.lanes().get(lane);
            String note = known.note().isEmpty() ? "" : BETWEEN + Visible.of(known.note());
            target.append(style.title(Figures.of(known.name().value())))
                    .append(style.quiet(note))
                    .append('\n');
        }
    }

    private void bar(int bar) throws IOException {
        Lanes.Bars bars = lanes.bars();
        long count = bars.count().at(bar);
        String name = Figures.of(lanes.names().get(bars.name().intAt(bar)).value());
        String kind = words(bars.kindAt(bar));
        String words = "  ".repeat(depth(bar)) + (count > 1 ? Figures.count(count) + " × " : "") + name + kind;
        long duration = bars.duration().at(bar);
        long flags = bars.flags().at(bar);
        String drawn = drawn(bars.start().at(bar), duration, sign(bars.kindAt(bar)));
        target.append(Width.padRight(Width.cut(words, label), label))
                .append(BETWEEN)
                .append(Width.padRight(drawn, room))
                .append(Width.padLeft(duration < 0 ? "–" : Figures.duration(duration), FIGURE))
                .append(signs(flags))
                .append('\n');
    }

    private int depth(int bar) {
        int depth = 0;
        for (int at = lanes.bars().parent().intAt(bar); at >= 0 && depth < EIGHTHS; depth++) {
            at = lanes.bars().parent().intAt(at);
        }
        return depth;
    }

    private static String words(BarKind kind) {
        return switch (kind) {
            case EXECUTION, MOVEMENT, BEAT, HANDLER -> "";
            case BEYOND -> ", beyond its beat";
            case QUEUED -> ", in the queue";
            case WAITING -> ", waiting";
            case GAP -> ", silence";
            case MOUNT -> ", mount";
        };
    }

    private static char sign(BarKind kind) {
        return switch (kind) {
            case EXECUTION, MOVEMENT -> '─';
            case BEAT, MOUNT -> '▒';
            case HANDLER -> '█';
            case BEYOND -> '▓';
            case QUEUED, WAITING -> '░';
            case GAP -> '·';
        };
    }

    private String drawn(long start, long duration, char sign) {
        int from = column(start);
        int to = Math.max(from + 1, column(start + Math.max(0, duration)));
        return " ".repeat(from) + String.valueOf(sign).repeat(Math.min(room, to) - from);
    }

    private int column(long nanos) {
        double length = Math.max(1, lanes.toNanos() - lanes.fromNanos());
        return Math.clamp((long) (room * (nanos / length)), 0, room - 1);
    }

    private String signs(long flags) {
        StringBuilder signs = new StringBuilder();
        for (Flag flag : List.of(Flag.FAILED, Flag.CONTRADICTED, Flag.OPEN, Flag.BOTTLENECK, Flag.CRITICAL)) {
            if (flag.in(flags) && signs.length() < 2 && !(flag == Flag.CRITICAL && Flag.BOTTLENECK.in(flags))) {
                signs.append(sign(flag));
                said.add(flag);
            }
        }
        return signs.isEmpty() ? "" : " " + signs;
    }

    private static char sign(Flag flag) {
        return switch (flag) {
            case FAILED -> '✗';
            case CONTRADICTED -> '≠';
            case OPEN -> '…';
            case BOTTLENECK -> '◆';
            case CRITICAL -> '•';
            case PARALLEL -> '∥';
            case AMBIGUOUS -> '?';
        };
    }

    /// A line for each lane: how much of each part of time something ran in it.
    private void lanes() throws IOException {
        int shown = Math.min(MOST_LANES, lanes.lanes().size());
        double[][] busy = new double[lanes.lanes().size()][room];
        long[] counts = new long[lanes.lanes().size()];
        double part = Math.max(1, (double) (lanes.toNanos() - lanes.fromNanos()) / room);
        for (int bar = 0; bar < lanes.bars().size(); bar++) {
            int lane = lanes.bars().lane().intAt(bar);
            if (lanes.bars().parent().at(bar) < 0) {
                counts[lane] += lanes.bars().count().at(bar);
                spread(busy[lane], bar, part);
            }
        }
        for (int mark = 0; mark < lanes.marks().size(); mark++) {
            int lane = lanes.marks().lane().intAt(mark);
            counts[lane] +=
                    lanes.lanes().get(lane).rows() == 0 ? lanes.marks().count().at(mark) : 0;
        }
        for (int lane = 0; lane < shown; lane++) {
            Lanes.Lane known = lanes.lanes().get(lane);
            String name =
                    (known.parent() >= 0 ? "  " : "") + Figures.of(known.name().value());
            StringBuilder line = new StringBuilder();
            for (double share : busy[lane]) {
                line.append(BUSY.charAt(share <= 0 ? 0 : Math.clamp((int) Math.ceil(share * EIGHTHS), 1, EIGHTHS)));
            }
            target.append(Width.padRight(Width.cut(name, label), label))
                    .append(BETWEEN)
                    .append(line)
                    .append(Width.padLeft(Figures.count(counts[lane]), FIGURE))
                    .append('\n');
        }
        int hidden = lanes.lanes().size() - shown;
        if (hidden > 0) {
            target.append("… and %s more lanes%n".formatted(Figures.count(hidden)));
        }
    }

    private void spread(double[] busy, int bar, double part) {
        double start = lanes.bars().start().at(bar) / part;
        double length = Math.max(0, lanes.bars().busy().at(bar)) / part;
        double end =
                start + Math.max(length, Math.max(0, lanes.bars().duration().at(bar)) / part);
        double share = end > start ? Math.min(1, length / (end - start)) : 0;
        for (int at = Math.max(0, (int) start); at < busy.length && at <= end; at++) {
            double covered = Math.min(at + 1, end) - Math.max(at, start);
            busy[at] += Math.max(1.0 / EIGHTHS / EIGHTHS, covered * share);
        }
    }

    private void legend(Screen screen) throws IOException {
        List<String> words = new ArrayList<>();
        if (lanes.bars().size() <= MOST_BARS) {
            for (BarKind kind : BarKind.values()) {
                if (lanes.bars().kind().stream().anyMatch(one -> one == kind.ordinal())) {
                    words.add(sign(kind) + " " + named(kind));
                }
            }
        } else {
            words.add("the fuller a block, the longer something ran; figures count what runs there");
        }
        said.forEach(flag -> words.add(sign(flag) + " " + named(flag)));
        for (String line : Width.wrap(String.join(" · ", words), screen.width())) {
            target.append(style.quiet(line)).append('\n');
        }
    }

    private static String named(BarKind kind) {
        return switch (kind) {
            case BEYOND -> "handler beyond its beat";
            case QUEUED -> "in the queue";
            case GAP -> "silence";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String named(Flag flag) {
        return switch (flag) {
            case FAILED -> "failed";
            case CRITICAL -> "on the critical path";
            case BOTTLENECK -> "the bottleneck";
            case PARALLEL -> "in parallel";
            case AMBIGUOUS -> "tied by order alone";
            case OPEN -> "did not end in the log";
            case CONTRADICTED -> "reported as completed although something in it failed";
        };
    }
}
