package dev.backbeat.measure.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.BackbeatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AlignerTest {

    private static final int NAIVE_STATES = 4_000;

    @Property(tries = 800)
    void costsWhatTheNaiveSearchFindsOnBlocks(@ForAll long seed) {
        Net net = RandomNets.blocks(seed);
        List<String> trace = RandomNets.trace(seed);
        Costs costs = costs(seed);
        Optional<Long> expected = new NaiveAlignment(net, costs).cost(trace, NAIVE_STATES);
        if (expected.isEmpty()) {
            return;
        }
        for (int explored : new int[] {Aligner.EXPLORED_STATES, 1}) {
            Aligner aligner = aligner(net, costs, explored);
            Alignment found = aligner.align(trace).orElseThrow();
            isValid(net, costs, trace, found);
            assertThat(found.cost()).isEqualTo(expected.get());
            assertThat(aligner(net, costs, explored).align(trace)).contains(found);
        }
    }

    @Property(tries = 1500)
    void costsWhatTheNaiveSearchFindsOnAnyNet(@ForAll long seed) {
        Net net = RandomNets.arcs(seed);
        List<String> trace = RandomNets.trace(seed);
        Costs costs = Costs.STANDARD;
        Optional<Long> expected = new NaiveAlignment(net, costs).cost(trace, 500);
        for (int explored : new int[] {500, 1}) {
            Optional<Alignment> found = aligned(net, costs, trace, explored);
            found.ifPresent(alignment -> isValid(net, costs, trace, alignment));
            if (expected.isPresent() && found.isPresent()) {
                assertThat(found.get().cost()).isEqualTo(expected.get());
            }
        }
    }

    private static Optional<Alignment> aligned(Net net, Costs costs, List<String> trace, int explored) {
        try {
            return new Aligner(net, costs, costs.ofTransitions(net), 5_000, explored).align(trace);
        } catch (BackbeatException noEnd) {
            assertThat(new NaiveAlignment(net, costs).cost(trace, 500)).isEmpty();
            return Optional.empty();
        }
    }

    /// What was aligned before changes nothing.
    @Property(tries = 200)
    void forgetsWhatItAligned(@ForAll long seed) {
        Net net = RandomNets.blocks(seed);
        for (int explored : new int[] {Aligner.EXPLORED_STATES, 1}) {
            Aligner used = aligner(net, Costs.STANDARD, explored);
            for (long other = seed + 1; other < seed + 5; other++) {
                used.align(RandomNets.trace(other));
            }
            List<String> trace = RandomNets.trace(seed);
            assertThat(used.align(trace))
                    .isEqualTo(aligner(net, Costs.STANDARD, explored).align(trace));
        }
    }

    private static Costs costs(long seed) {
        return switch ((int) Math.floorMod(seed, 3L)) {
            case 0 -> new Costs(1, 1, 0);
            case 1 -> new Costs(3, 7, 2);
            default -> Costs.STANDARD;
        };
    }

    private static Aligner aligner(Net net, Costs costs, int explored) {
        return new Aligner(net, costs, costs.ofTransitions(net), Aligner.SEARCHED_STATES, explored);
    }

    /// The log's moves are the trace, the model's lead from start to end, and the cost is theirs.
    private static void isValid(Net net, Costs costs, List<String> trace, Alignment alignment) {
        List<Integer> observed = new ArrayList<>();
        int[] marking = new int[net.places()];
        for (int place = 0; place < marking.length; place++) {
            marking[place] = net.initialTokens(place);
        }
        long cost = 0;
        for (Move move : alignment.moves()) {
            if (move.position() >= 0) {
                observed.add(move.position());
            }
            if (move.transition() >= 0) {
                fire(net, marking, move.transition());
            }
            Optional<String> label = move.transition() < 0 ? Optional.empty() : net.label(move.transition());
            cost += switch (move.kind()) {
                case SYNCHRONOUS -> {
                    assertThat(label).contains(trace.get(move.position()));
                    yield 0;
                }
                case LOG -> costs.logMove();
                case MODEL -> {
                    assertThat(label).isPresent();
                    yield costs.modelMove();
                }
                case INVISIBLE -> {
                    assertThat(label).isEmpty();
                    yield costs.invisibleMove();
                }
            };
        }
        assertThat(observed).hasSize(trace.size()).isSorted().doesNotHaveDuplicates();
        for (int place = 0; place < marking.length; place++) {
            assertThat(marking[place]).isEqualTo(net.endTokens(place));
        }
        assertThat(alignment.cost()).isEqualTo(cost);
    }

    private static void fire(Net net, int[] marking, int transition) {
        for (int place : net.inputs(transition)) {
            assertThat(--marking[place]).isNotNegative();
        }
        for (int place : net.outputs(transition)) {
            marking[place]++;
        }
    }

    @Test
    void ofTwoEqualObservationsTheLaterOneIsTooMany() {
        for (int explored : new int[] {100, 1}) {
            Alignment found = aligner(chain("a", "b"), Costs.STANDARD, explored)
                    .align(List.of("a", "a", "b"))
                    .orElseThrow();
            assertThat(found.moves())
                    .containsExactly(
                            new Move(Move.Kind.SYNCHRONOUS, 0, 0),
                            new Move(Move.Kind.LOG, -1, 1),
                            new Move(Move.Kind.SYNCHRONOUS, 1, 2));
            assertThat(found.deviations()).isOne();
        }
    }

    @Test
    void whatTheNetDoesNotKnowIsALogMove() {
        Alignment found = new Aligner(chain("a"), Costs.STANDARD)
                .align(List.of("x", "a", "y"))
                .orElseThrow();
        assertThat(found.cost()).isEqualTo(20_000);
    }

    @Test
    void passingATransitionCanCostLess() {
        Net net = chain("a", "b");
        Aligner aligner = new Aligner(net, new Costs(10, 10, 0), new int[] {10, 1}, 1000, 1000);
        assertThat(aligner.align(List.of("a")).orElseThrow().cost()).isEqualTo(1);
        assertThat(aligner.align(List.of("b")).orElseThrow().cost()).isEqualTo(10);
    }

    @Test
    void givesUpBeyondItsLimit() {
        Net.Builder net = Net.builder();
        int start = net.place();
        int end = net.place();
        int split = net.transition(null);
        int join = net.transition(null);
        net.input(split, start).output(join, end).initial(start).end(end);
        for (int branch = 0; branch < 20; branch++) {
            int before = net.place();
            int after = net.place();
            int step = net.transition("step " + branch);
            net.output(split, before).input(step, before).output(step, after).input(join, after);
        }
        Aligner aligner = new Aligner(net.build(), Costs.STANDARD, 10_000);
        assertThat(aligner.isExplored()).isFalse();
        assertThat(aligner.align(List.of())).isEmpty();
    }

    @Test
    void anUnboundedNetIsNotSearchedForever() {
        Net.Builder net = Net.builder();
        int start = net.place();
        int end = net.place();
        int more = net.transition(null);
        int done = net.transition("a");
        net.input(more, start).output(more, start).output(more, end);
        net.input(done, start).output(done, end).initial(start).end(end);
        Aligner aligner = new Aligner(net.build(), new Costs(1, 1, 0));
        assertThat(aligner.align(List.of("a")).orElseThrow().cost()).isZero();
        assertThat(aligner.align(List.of("a", "a"))).isEmpty();
    }

    @Test
    void anEndOutOfReachIsAnError() {
        Net.Builder net = Net.builder();
        int start = net.place();
        int end = net.place();
        Net unreachable = net.initial(start).end(end).build();
        assertThatThrownBy(() -> new Aligner(unreachable, Costs.STANDARD))
                .isInstanceOf(BackbeatException.class)
                .hasMessageContaining("can't be reached");
    }

    private static Net chain(String... labels) {
        Net.Builder net = Net.builder();
        int at = net.place();
        net.initial(at);
        for (String label : labels) {
            int next = net.place();
            int step = net.transition(label);
            net.input(step, at).output(step, next);
            at = next;
        }
        return net.end(at).build();
    }
}
