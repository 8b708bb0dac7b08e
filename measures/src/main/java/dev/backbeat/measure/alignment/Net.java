package dev.backbeat.measure.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A Petri net with a start and an end: places and transitions are numbers from 0, in the order in
/// which they were added. Immutable.
public final class Net {

    /// How many tokens a place may hold. A marking beyond it makes the search give up.
    static final int MOST_TOKENS = 100;

    private final int places;
    private final @Nullable String[] labels;
    private final int[] labelNumbers;
    private final Map<String, Integer> numbers;
    private final int[][] takes;
    private final int[][] gives;
    private final byte[] start;
    private final byte[] end;

    private Net(Builder builder) {
        places = builder.places;
        labels = builder.labels.toArray(new String[0]);
        labelNumbers = new int[labels.length];
        numbers = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i];
            labelNumbers[i] = label == null ? -1 : numbers.computeIfAbsent(label, unused -> numbers.size());
        }
        takes = weighted(builder.inputs);
        gives = weighted(builder.outputs);
        start = marking(builder.initial);
        end = marking(builder.end);
    }

    /// A net of nothing.
    public static Builder builder() {
        return new Builder();
    }

    /// How many places there are.
    public int places() {
        return places;
    }

    /// How many transitions there are.
    public int transitions() {
        return labels.length;
    }

    /// What a transition is called; empty when it is invisible.
    public Optional<String> label(int transition) {
        return Optional.ofNullable(labels[transition]);
    }

    /// Whether a transition leaves no trace.
    public boolean isInvisible(int transition) {
        return labelNumbers[transition] < 0;
    }

    /// The labels of the visible transitions, each once.
    public List<String> labels() {
        return List.copyOf(numbers.keySet());
    }

    /// How many tokens a place holds at the start.
    public int initialTokens(int place) {
        return start[place];
    }

    /// How many tokens a place holds at the end.
    public int endTokens(int place) {
        return end[place];
    }

    /// The place of each token that a transition takes, in order.
    public int[] inputs(int transition) {
        return unweighted(takes[transition]);
    }

    /// The place of each token that a transition gives, in order.
    public int[] outputs(int transition) {
        return unweighted(gives[transition]);
    }

    /// The number of a transition's label, -1 where it is invisible.
    int labelNumber(int transition) {
        return labelNumbers[transition];
    }

    int labelCount() {
        return numbers.size();
    }

    /// The number of a label, -1 where no transition has it.
    int numberOf(String label) {
        return numbers.getOrDefault(label, -1);
    }

    /// Pairs of a place and how many tokens are taken from it.
    int[] takes(int transition) {
        return takes[transition];
    }

    /// Pairs of a place and how many tokens are put into it.
    int[] gives(int transition) {
        return gives[transition];
    }

    byte[] start() {
        return start;
    }

    byte[] end() {
        return end;
    }

    private static int[] unweighted(int[] weighted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < weighted.length; i += 2) {
            for (int token = 0; token < weighted[i + 1]; token++) {
                places.add(weighted[i]);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[][] weighted(List<List<Integer>> arcs) {
        return arcs.stream().map(Net::weighted).toArray(int[][]::new);
    }

    private static int[] weighted(Iterable<Integer> ends) {
        Map<Integer, Integer> weights = new LinkedHashMap<>();
        ends.forEach(place -> weights.merge(place, 1, Integer::sum));
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMapToInt(entry -> Arrays.stream(new int[] {entry.getKey(), entry.getValue()}))
                .toArray();
    }

    private byte[] marking(List<Integer> tokens) {
        byte[] marking = new byte[places];
        for (int place : tokens) {
            if (marking[place] == MOST_TOKENS) {
                throw new IllegalArgumentException("more than " + MOST_TOKENS + " tokens in place " + place);
            }
            marking[place]++;
        }
        return marking;
    }

    /// A net that is being drawn. An arc or a token that is given several times counts several times.
    public static final class Builder {
        private int places;
        private final List<@Nullable String> labels = new ArrayList<>();
        private final List<List<Integer>> inputs = new ArrayList<>();
        private final List<List<Integer>> outputs = new ArrayList<>();
        private final List<Integer> initial = new ArrayList<>();
        private final List<Integer> end = new ArrayList<>();

        private Builder() {}

        /// Adds a place.
        ///
        /// @return its number
        public int place() {
            return places++;
        }

        /// Adds a transition.
        ///
        /// @param label what an observation of it is called, absent where it is invisible
        /// @return its number
        public int transition(@Nullable String label) {
            labels.add(label);
            inputs.add(new ArrayList<>());
            outputs.add(new ArrayList<>());
            return labels.size() - 1;
        }

        /// The transition takes a token from the place.
        public Builder input(int transition, int place) {
            inputs.get(transition).add(checked(place));
            return this;
        }

        /// The transition puts a token into the place.
        public Builder output(int transition, int place) {
            outputs.get(transition).add(checked(place));
            return this;
        }

        /// A token is in the place at the start.
        public Builder initial(int place) {
            initial.add(checked(place));
            return this;
        }

        /// A token is in the place at the end; at the end there is no token anywhere else.
        public Builder end(int place) {
            end.add(checked(place));
            return this;
        }

        /// The net as drawn so far.
        ///
        /// @throws IllegalArgumentException when a place holds more than 100 tokens at the start or the end
        public Net build() {
            return new Net(this);
        }

        private int checked(int place) {
            if (place < 0 || place >= places) {
                throw new IndexOutOfBoundsException("there is no place " + place);
            }
            return place;
        }
    }
}
