package dev.backbeat.output.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Exhibit;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.Shop;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitOutputTest {

    private final JunitOutput output = new JunitOutput(Shop.RULES);

    @Test
    void theReportIsAsItWas() {
        Golden.check("junit/shop.xml", Golden.written(output, Shop.answer()));
        Golden.check("junit/hostile.xml", Golden.written(output, EveryKind.saying(Golden.HOSTILE)));
    }

    @Test
    void aRuleIsACaseWhateverItFound() throws Exception {
        Element suite = (Element) parsed(Golden.written(output, Shop.answer()))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("system-out").getLength()).isEqualTo(1);
    }

    @Property(tries = 300)
    void anyTextIsWellFormed(@ForAll String text) throws Exception {
        Document report = parsed(Golden.written(output, EveryKind.saying(text)));
        assertThat(report.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    }

    @Test
    void whatLooksForNoFindingsIsNoCleanReport() {
        Answer none = Answer.of("sessions", "what ran?", List.of(new Exhibit.Summary("", List.of())));
        assertThatThrownBy(() -> Golden.written(output, none)).isInstanceOf(BackbeatException.class);
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
