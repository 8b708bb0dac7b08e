package dev.backbeat.output.chrometrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Lanes;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.RandomLanes;
import dev.backbeat.output.Shop;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChromeTraceOutputTest {

    private final ChromeTraceOutput output = new ChromeTraceOutput();
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private List<JsonNode> events(Lanes lanes) {
        String trace = Golden.written(output, Answer.of("timeline", "q", List.of(lanes)));
        return mapper.readTree(trace).get("traceEvents").valueStream().toList();
    }

    private static List<JsonNode> of(List<JsonNode> events, String phase) {
        return events.stream()
                .filter(event -> event.get("ph").asString().equals(phase))
                .toList();
    }

    @Test
    void theTraceIsAsItWas() {
        Golden.check(
                "chrometrace/shop.json", Golden.written(output, Answer.of("timeline", "q", List.of(Shop.lanes()))));
        Golden.check("chrometrace/hostile.json", Golden.written(output, EveryKind.saying(Golden.HOSTILE)));
    }

    @Test
    void whatRanAtOnceStandsOnThreadsOfItsOwn() {
        List<JsonNode> events = events(Shop.lanes());
        List<JsonNode> bars = of(events, "X");
        assertThat(bars).hasSize(Shop.lanes().bars().size());
        assertThat(bars.get(0).get("tid")).isEqualTo(bars.get(2).get("tid"));
        assertThat(bars.get(2).at("/args/code").asString()).isEqualTo("plugins/checkout/charge.ts:28@f78e56ca9f");
        assertThat(bars.get(2).at("/args/of note").asString()).isEqualTo("failed, critical, bottleneck");
        assertThat(bars.get(2).get("ts").decimalValue()).isEqualByComparingTo("1000.001");
        assertThat(of(events, "M").stream()
                        .filter(event -> event.get("name").asString().equals("thread_name"))
                        .map(event -> event.at("/args/name").asString()))
                .containsExactly("Place Order", "Place Order (2)", "in the queue");
        assertThat(of(events, "M").stream()
                        .filter(event -> event.get("name").asString().equals("process_name"))
                        .map(event -> event.at("/args/name").asString()))
                .containsExactly("00000000000000aa", "00000000000000bb");
        assertThat(of(events, "i")).hasSize(1);
    }

    @Property(tries = 500)
    void barsOfAThreadLieWithinEachOther(@ForAll long seed) {
        Lanes lanes = RandomLanes.of(seed);
        List<JsonNode> events = events(lanes);
        List<JsonNode> bars = of(events, "X");
        assertThat(bars).hasSize(lanes.bars().size());
        Map<Integer, List<JsonNode>> threads = new LinkedHashMap<>();
        Map<Integer, Set<Integer>> processes = new HashMap<>();
        for (JsonNode bar : bars) {
            threads.computeIfAbsent(bar.get("tid").asInt(), tid -> new ArrayList<>())
                    .add(bar);
            processes
                    .computeIfAbsent(bar.get("tid").asInt(), tid -> new HashSet<>())
                    .add(bar.get("pid").asInt());
        }
        assertThat(processes.values()).allSatisfy(of -> assertThat(of).hasSize(1));
        threads.values().forEach(ChromeTraceOutputTest::nested);
        long stood = bars.stream()
                .mapToLong(bar -> bar.at("/args/stands for").asLong(1))
                .sum();
        assertThat(stood).isEqualTo(lanes.total());
        Map<Integer, BigDecimal> left = new HashMap<>();
        of(events, "s")
                .forEach(event ->
                        left.put(event.get("id").asInt(), event.get("ts").decimalValue()));
        assertThat(left).hasSize(lanes.links().from().size());
        assertThat(of(events, "f"))
                .hasSize(left.size())
                .allSatisfy(event -> assertThat(event.get("ts").decimalValue())
                        .isGreaterThanOrEqualTo(left.get(event.get("id").asInt())));
    }

    /// A bar begins no earlier than the one before, and ends no later than each that it begins within.
    private static void nested(List<JsonNode> bars) {
        Deque<BigDecimal> ends = new ArrayDeque<>();
        BigDecimal before = BigDecimal.ZERO;
        for (JsonNode bar : bars) {
            BigDecimal start = bar.get("ts").decimalValue();
            BigDecimal end = start.add(bar.get("dur").decimalValue());
            assertThat(start).isGreaterThanOrEqualTo(before);
            while (!ends.isEmpty() && ends.getLast().compareTo(start) <= 0) {
                ends.removeLast();
            }
            if (!ends.isEmpty()) {
                assertThat(end).isLessThanOrEqualTo(ends.getLast());
            }
            ends.addLast(end);
            before = start;
        }
    }

    @Property(tries = 300)
    void anyTextStaysWithinItsName(@ForAll String text) {
        String trace = Golden.written(output, EveryKind.saying(text));
        assertThat(trace.lines()).hasSize(11);
        assertThat(mapper.readTree(trace).get("traceEvents")).hasSize(9);
    }

    @Test
    void whatIsNotAboutTimeIsRefused() {
        assertThatThrownBy(() -> Golden.written(output, Shop.answer()))
                .isInstanceOf(BackbeatException.class)
                .hasMessage("`shop` does not hold what ran when");
    }
}
