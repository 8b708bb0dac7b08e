package dev.backbeat.analysis.timeline;

import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/// Which of some things run while another one of their group does.
final class Overlaps {

    private Overlaps() {}

    /// For each thing whether it overlaps another of its group for some time; one whose times are not known does not.
    static <T> boolean[] of(List<T> things, ToIntFunction<T> group, ToLongFunction<T> start, ToLongFunction<T> end) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < things.size(); i++) {
            if (Time.isKnown(start.applyAsLong(things.get(i)))) {
                groups.computeIfAbsent(group.applyAsInt(things.get(i)), key -> new ArrayList<>())
                        .add(i);
            }
        }
        boolean[] overlaps = new boolean[things.size()];
        for (List<Integer> members : groups.values()) {
            members.sort(Comparator.comparingLong(i -> start.applyAsLong(things.get(i))));
            int longest = -1;
            for (int member : members) {
                long from = start.applyAsLong(things.get(member));
                long to = end.applyAsLong(things.get(member));
                if (longest >= 0 && from < end.applyAsLong(things.get(longest)) && from < to) {
                    overlaps[member] = true;
                    overlaps[longest] = true;
                }
                if (longest < 0 || to > end.applyAsLong(things.get(longest))) {
                    longest = member;
                }
            }
        }
        return overlaps;
    }
}
