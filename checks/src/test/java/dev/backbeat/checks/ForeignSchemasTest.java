package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/// What outputs write is valid by the schemas of others. That of SARIF comes with a library; those of
/// JUnit XML (of the xUnit plugin of Jenkins) and XES (of IEEE 1849) are not ours to copy: the folder
/// `data/schemas` beside the checkout or the one that `BACKBEAT_SCHEMAS` names may hold them as
/// `junit.xsd` and `xes.xsd`, and without them this says so.
class ForeignSchemasTest {

    private static final String GOLDEN = "outputs/src/test/resources/dev/backbeat/output/";

    @Test
    void sarifIsValid() throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(sarif(), InputFormat.JSON);
        for (String name : List.of("shop", "hostile")) {
            String log = Tree.text(Path.of(GOLDEN + "sarif/" + name + ".sarif.json"));
            assertThat(schema.validate(log, InputFormat.JSON)).as(name).isEmpty();
            String wrong = log.replaceFirst("\"level\" : \"error\"", "\"level\" : \"grave\"");
            assertThat(schema.validate(wrong, InputFormat.JSON)).as(name).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"junit, shop.xml", "junit, hostile.xml", "xes, shop.xes", "xes, hostile.xes"})
    void xmlIsValid(String kind, String name) throws IOException, SAXException {
        String given = System.getenv("BACKBEAT_SCHEMAS");
        Path folder = given == null ? Tree.top().resolveSibling("shared").resolve("data/schemas") : Path.of(given);
        Path file = folder.resolve(kind + ".xsd");
        if (!Files.exists(file)) {
            System.out.println("skipped: there is no " + file);
        }
        assumeTrue(Files.exists(file), "there is no " + file);
        var schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
        String text = Tree.text(Path.of(GOLDEN + kind + "/" + name));
        schema.newValidator().validate(new StreamSource(new StringReader(text)));
        String wrong = text.replaceFirst(" name=", " nome=").replaceFirst("<date key", "<date kay");
        assertThatThrownBy(() -> schema.newValidator().validate(new StreamSource(new StringReader(wrong))))
                .isInstanceOf(SAXException.class);
    }

    private static String sarif() throws IOException {
        String name = "/schema/sarif-schema-2.1.0.json";
        try (InputStream in = Objects.requireNonNull(ForeignSchemasTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
