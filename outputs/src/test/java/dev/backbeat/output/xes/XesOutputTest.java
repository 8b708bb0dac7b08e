package dev.backbeat.output.xes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.Shop;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class XesOutputTest {

    private final XesOutput output = new XesOutput();

    @Test
    void theLogIsAsItWas() {
        Answer shop = Answer.of("executions", "lists executions", List.of(Shop.timeline()));
        Golden.check("xes/shop.xes", Golden.written(output, shop));
        Golden.check("xes/hostile.xes", Golden.written(output, EveryKind.saying(Golden.HOSTILE)));
    }

    @Test
    void eachBeatIsAnEventOfItsExecution() throws Exception {
        Element log = parsed(Golden.written(output, Answer.of("x", "q", List.of(Shop.timeline()))));
        List<Element> traces = children(log, "trace");
        assertThat(traces).hasSize(2);
        assertThat(children(traces.get(1), "event")).hasSize(3);
        Element event = children(traces.get(0), "event").get(0);
        assertThat(value(event, "concept:name")).isEqualTo("Add Line");
        assertThat(value(event, "time:timestamp")).isEqualTo("2026-11-22T20:32:10.499999999Z");
        assertThat(value(event, "org:resource")).isEqualTo("Cart.add");
        assertThat(value(event, "org:resource-2")).isEqualTo("Audit.note");
    }

    @Property(tries = 300)
    void anyTextIsWellFormedAndNoKeyStandsTwice(@ForAll String text) throws Exception {
        Element log = parsed(Golden.written(output, EveryKind.saying(text)));
        for (Element trace : children(log, "trace")) {
            for (Element event : children(trace, "event")) {
                List<String> keys = new ArrayList<>();
                for (Node at = event.getFirstChild(); at != null; at = at.getNextSibling()) {
                    if (at instanceof Element attribute) {
                        keys.add(attribute.getAttribute("key"));
                    }
                }
                assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[A-Za-z][\\w:-]*"));
            }
        }
    }

    @Test
    void whatHasNoStepsIsRefused() {
        assertThatThrownBy(() -> Golden.written(output, Shop.answer()))
                .isInstanceOf(BackbeatException.class)
                .hasMessage("`shop` holds no runs with their steps");
    }

    private static String value(Element event, String key) {
        for (Node at = event.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element attribute && attribute.getAttribute("key").equals(key)) {
                return attribute.getAttribute("value");
            }
        }
        return "";
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
