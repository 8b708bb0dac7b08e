package dev.backbeat.code.catalog.conductor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DocumentNameTest {

    private static final String SAFE = "[a-z0-9_][a-z0-9_.-]{0,110}\\.sequence\\.json";

    @Test
    void aPlainIdIsItsName() {
        assertThat(DocumentName.of("cart-add-item-symphony")).isEqualTo("cart-add-item-symphony.sequence.json");
    }

    @Test
    void hostileIdsAreSafeAndDifferent() {
        List<String> ids = List.of(
                "../../etc/passwd",
                "/etc/passwd",
                "..",
                ".",
                "",
                " ",
                "a/b",
                "a\\b",
                "a:b",
                "con",
                "CON",
                "con.x",
                "nul",
                "lpt1",
                "a\u0000b",
                "a\nb",
                "a\u202eb",
                "shop",
                "Shop",
                "SHOP",
                "shop ",
                "shop.",
                ".shop",
                "-rf",
                "x".repeat(5_000),
                "x".repeat(5_001),
                "日本",
                "日本語",
                "é",
                "e\u0301",
                "index",
                "topics-manifest",
                "shop-0123456789",
                "\ud800");
        Map<String, String> names = new HashMap<>();
        for (String id : ids) {
            String name = DocumentName.of(id);
            assertThat(name).matches(SAFE);
            assertThat(name.replaceAll("\\..*", "")).isNotIn("con", "nul", "lpt1");
            assertThat(names.put(name.toLowerCase(Locale.ROOT), id)).as(id).isNull();
        }
    }

    @Property
    void everyIdHasASafeNameOfItsOwn(@ForAll String one, @ForAll String other) {
        assertThat(DocumentName.of(one)).matches(SAFE);
        if (!one.equals(other)) {
            assertThat(DocumentName.of(one)).isNotEqualTo(DocumentName.of(other));
        }
    }
}
