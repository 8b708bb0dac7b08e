package dev.backbeat.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.HandlerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedBeatsTest {

    @TempDir
    Path temp;

    private Shop shop;

    @BeforeEach
    void make() throws IOException {
        shop = new Shop(Files.createDirectory(temp.resolve("shop")));
    }

    @Test
    void theEventNamesTheHandler() {
        shop.sequence("CartPlugin", "cart-add", "add>add", "save>save", "twice>first", "twice>second");

        assertThat(handler("cart-add", "", "add", 7)).contains(new HandlerKey("CartPlugin", "cart-add", "add"));
        assertThat(handler("cart-add Sequence", "Other", "save", -1))
                .contains(new HandlerKey("CartPlugin", "cart-add", "save"));
        assertThat(handler("cart-add", "", "unknown", 1)).isEmpty();
        assertThat(handler("unknown", "", "add", 1)).isEmpty();
    }

    @Test
    void theNumberTellsHandlersOfOneEventApart() {
        shop.sequence("P", "s", "other>one", "twice>first", "twice>second", "twice>second");

        assertThat(handler("s", "", "twice", 2)).map(HandlerKey::handler).contains("first");
        assertThat(handler("s", "", "twice", 3)).map(HandlerKey::handler).contains("second");
        assertThat(handler("s", "", "twice", 1)).isEmpty();
        assertThat(handler("s", "", "twice", -1)).isEmpty();
    }

    @Test
    void withoutAnEventOnlyTheNumberCounts() {
        shop.file(
                "json-sequences/s.json",
                "{\"id\": \"s\", \"movements\": [{\"beats\": [{\"beat\": 1, \"handler\": \"one\"}, {\"beat\": 2}]}]}");

        assertThat(handler("s", "Log", "", 1)).contains(new HandlerKey("Log", "s", "one"));
        assertThat(handler("s", "Log", "", 2)).isEmpty();
        assertThat(handler("s", "Log", "", -1)).isEmpty();
    }

    @Test
    void allSequencesAreThereWithTheirPlace() {
        shop.sequence("A", "s", "e>h").sequence("B", "t", "e>h");
        List<DocumentedBeats.Placed> placed =
                new HandlerMapper(List.of(shop.index())).documentedBeats().sequences();

        assertThat(placed).extracting(one -> one.sequence().id()).containsExactly("s", "t");
        assertThat(placed).extracting(DocumentedBeats.Placed::checkout).containsOnly("shop");
        assertThat(placed).extracting(DocumentedBeats.Placed::commit).containsOnly("");
    }

    private Optional<HandlerKey> handler(String sequence, String plugin, String event, int number) {
        return new HandlerMapper(List.of(shop.index())).documentedBeats().handler(sequence, plugin, event, number);
    }
}
