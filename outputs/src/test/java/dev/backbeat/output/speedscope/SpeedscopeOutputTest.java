package dev.backbeat.output.speedscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Lanes;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.RandomLanes;
import dev.backbeat.output.Shop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpeedscopeOutputTest {

    private final SpeedscopeOutput output = new SpeedscopeOutput();
    private final JsonMapper mapper = JsonMapper.builder().build();

    private JsonNode file(Answer answer) {
        return mapper.readTree(Golden.written(output, answer));
    }

    @Test
    void theFileIsAsItWas() {
        Answer shop = Answer.of("profile", "q", List.of(Shop.lanes(), Shop.tree()));
        Golden.check("speedscope/shop.json", pretty(shop));
        Golden.check("speedscope/hostile.json", pretty(EveryKind.saying(Golden.HOSTILE)));
    }

    /// The file is one line; people read it better in many.
    private String pretty(Answer answer) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(file(answer)) + "\n";
    }

    @Test
    void timeByTheWayThatLeadsToItIsInTheOrderOfTime() {
        JsonNode file = file(Answer.of("profile", "q", List.of(Shop.tree())));
        List<String> frames = file.at("/shared/frames")
                .valueStream()
                .map(frame -> frame.get("name").asString())
                .toList();
        JsonNode profile = file.at("/profiles/0");
        assertThat(profile.get("samples")
                        .valueStream()
                        .map(sample -> sample.valueStream()
                                .map(at -> frames.get(at.asInt()))
                                .toList()))
                .containsExactly(
                        List.of("Place Order (sequence)"),
                        List.of("Place Order (sequence)", "Validate (beat)", "Checkout.chargeCard"),
                        List.of("Place Order (sequence)", "Charge Card (beat)"),
                        List.of("Place Order (sequence)", "Charge Card (beat)", "Checkout.chargeCard"));
        assertThat(profile.get("weights").valueStream().map(JsonNode::asLong)).containsExactly(10L, 20L, 10L, 60L);
        assertThat(profile.get("endValue").asLong()).isEqualTo(100);
        assertThat(file.at("/shared/frames/2/file").asString()).isEqualTo("plugins/checkout/charge.ts");
        assertThat(file.at("/shared/frames/2/line").asInt()).isEqualTo(28);
    }

    @Property(tries = 500)
    void whatBeginsEndsAndInTurn(@ForAll long seed) {
        Lanes lanes = RandomLanes.of(seed);
        JsonNode file = file(Answer.of("timeline", "q", List.of(lanes)));
        int begun = 0;
        for (JsonNode profile : file.get("profiles")) {
            Deque<Integer> open = new ArrayDeque<>();
            long before = profile.get("startValue").asLong();
            for (JsonNode event : profile.get("events")) {
                assertThat(event.get("at").asLong()).isGreaterThanOrEqualTo(before);
                before = event.get("at").asLong();
                int frame = event.get("frame").asInt();
                assertThat(file.at("/shared/frames/" + frame).isObject()).isTrue();
                if (event.get("type").asString().equals("O")) {
                    open.addLast(frame);
                    begun++;
                } else {
                    assertThat(open.removeLast()).isEqualTo(frame);
                }
            }
            assertThat(open).isEmpty();
            assertThat(profile.get("endValue").asLong()).isEqualTo(before);
        }
        assertThat(begun).isEqualTo(lanes.bars().size());
    }

    @Property(tries = 300)
    void anyTextStaysWithinItsName(@ForAll String text) {
        JsonNode file = file(EveryKind.saying(text));
        assertThat(file.get("profiles")
                        .valueStream()
                        .map(profile -> profile.get("type").asString()))
                .containsExactly("evented", "sampled");
        assertThat(file.get("exporter").asString()).isEqualTo("Backbeat");
    }

    @Test
    void whatIsNotAboutTimeIsRefused() {
        assertThatThrownBy(() -> Golden.written(output, Shop.answer()))
                .isInstanceOf(BackbeatException.class)
                .hasMessage("`shop` holds neither what ran when nor time by what it was spent on");
    }
}
