package dev.backbeat.measure.petri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.measure.alignment.Aligner;
import dev.backbeat.measure.alignment.Costs;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PnmlReaderTest {

    private static final String NET = """
            <?xml version="1.0" encoding="UTF-8"?>
            <pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml">
              <net id="n1" type="http://www.pnml.org/version-2009/grammar/ptnet">
                <name><text>two &amp; a half</text></name>
                <page id="g1">
                  <place id="p1"><initialMarking><text>1</text></initialMarking></place>
                  <place id="p2"><graphics><position x="1" y="2"/></graphics></place>
                  <place id="p3"/>
                  <transition id="t1"><name><text>a</text></name></transition>
                  <transition id="t2"><name><text>tau</text></name>
                    <toolspecific tool="ProM" version="6.4" activity="$invisible$" localNodeID="x"/>
                  </transition>
                  <arc id="a1" source="p1" target="t1"/>
                  <arc id="a2" source="t1" target="p2"><inscription><text>2</text></inscription></arc>
                  <arc id="a3" source="p2" target="t2"><inscription><text>2</text></inscription></arc>
                  <arc id="a4" source="t2" target="p3"/>
                </page>
              </net>
            </pnml>
            """;

    @Test
    void readsANet() {
        PetriNet net = read(NET);
        assertThat(net.name()).isEqualTo("two & a half");
        assertThat(net.places()).containsExactly("p1", "p2", "p3");
        assertThat(net.transitions()).containsExactly("t1", "t2");
        assertThat(net.lines()).containsExactly(9, 10);
        assertThat(net.label(0)).contains("a");
        assertThat(net.label(1)).isEmpty();
        assertThat(net.net().outputs(0)).containsExactly(1, 1);
        assertThat(net.net().endTokens(2)).isOne();
        assertThat(new Aligner(net.net(), Costs.STANDARD)
                        .align(List.of("a"))
                        .orElseThrow()
                        .cost())
                .isOne();
    }

    @Test
    void takesTheFinalMarkingOfTheFile() {
        PetriNet net = read(NET.replace("</page>", """
                </page><finalmarkings><marking><place idref="p2"><text>2</text></place>
                <place idref="p3"><text>0</text></place></marking></finalmarkings>"""));
        assertThat(net.net().endTokens(1)).isEqualTo(2);
        assertThat(net.net().endTokens(2)).isZero();
    }

    @Test
    void pagesAndReferencesAreOneNet() {
        PetriNet net = read(NET.replace("<arc id=\"a1\" source=\"p1\" target=\"t1\"/>", """
                <page id="g2"><referencePlace id="r1" ref="p1"/><arc id="a1" source="r1" target="t1"/></page>"""));
        assertThat(net.net().inputs(0)).containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</pnml>||is not well-formed XML",
                "id=\"p2\"|id=\"p1\"|has the id `p1` a second time",
                "source=\"t2\" target=\"p3\"|source=\"t2\" target=\"p9\"|16` has an arc whose target `p9` is not there",
                "source=\"t2\" target=\"p3\"|source=\"p2\" target=\"p3\"|16` has an arc between two places",
                "source=\"t2\" target=\"p3\"|source=\"p2\"|16` has a `arc` without `target`",
                "<text>1</text>|<text>one</text>|6` says `one` where a number of tokens has to stand",
                "<text>1</text>|<text>-1</text>|6` says `-1` where a number of tokens from 0 to 100",
                "<text>2</text>|<text>99999999999</text>|says `99999999999` where a weight has to stand",
                "<text>2</text>|<text>0</text>|has an arc of weight 0",
                "<pnml |<graphml |is not well-formed",
                "<inscription>|<type value=\"inhibitor\"/><inscription>|has an arc of the kind `inhibitor`",
                "<place id=\"p3\"/>|<place id=\"p3\"/><place id=\"p4\"/>|2 places that no arc leaves",
            })
    void saysWhatIsWrongAndWhere(String from, String to, String message) {
        String broken = NET.replace(from, to == null ? "" : to);
        assertThat(broken).isNotEqualTo(NET);
        assertThatThrownBy(() -> read(broken))
                .isInstanceOfSatisfying(BackbeatException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INPUT);
                    assertThat(e.hint()).isPresent();
                })
                .hasMessageMatching("(?s)`model.pnml:\\d+` .*")
                .hasMessageContaining(message);
    }

    @Test
    void cutAnywhereItIsAnError() {
        for (int length = 0; length < NET.lastIndexOf("</pnml>") + 6; length++) {
            String cut = NET.substring(0, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(BackbeatException.class);
        }
    }

    @Test
    void entitiesAreRefused() {
        String bomb = "<!DOCTYPE pnml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        for (String entity : List.of("", "&b;", "&f;")) {
            String text = NET.replace("?>", "?>" + bomb).replace("tau", entity);
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(BackbeatException.class)
                    .hasMessageContaining("model.pnml:1` has a document type");
        }
    }

    @Test
    void depthAndWeightsAreLimited() {
        String deep = NET.replace("<place id=\"p3\"/>", "<page>".repeat(5000) + "</page>".repeat(5000));
        assertThatThrownBy(() -> read(deep)).hasMessageContaining("nested too deep");
    }

    @Test
    void whatIsNoPnmlIsSaidToBeNone() {
        assertThatThrownBy(() -> read("<log/>")).hasMessageContaining("is no PNML: its root is `log`");
        assertThatThrownBy(() -> read("<pnml/>")).hasMessageContaining("has 0 nets");
        assertThatThrownBy(() -> read("PK\u0003\u0004")).hasMessageContaining("is not well-formed XML");
    }

    private static PetriNet read(String text) {
        try {
            return PnmlReader.read("model.pnml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
