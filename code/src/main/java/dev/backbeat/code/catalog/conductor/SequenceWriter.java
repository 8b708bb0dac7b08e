package dev.backbeat.code.catalog.conductor;

import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.catalog.DocumentedSequence.Beat;
import dev.backbeat.code.catalog.DocumentedSequence.Movement;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the document of one sequence, as [ConductorDocuments] reads it. The same sequence gives the same bytes.
public final class SequenceWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SequenceWriter() {}

    /// The document, with a line feed at its end.
    ///
    /// @param origin figures about where it comes from, which no reader asks for
    public static String write(DocumentedSequence sequence, String description, Map<String, Long> origin) {
        ObjectNode document = JSON.createObjectNode();
        String plugin = sequence.plugin();
        if (plugin != null) {
            document.put("pluginId", plugin);
        }
        document.put("id", sequence.id());
        document.put("name", sequence.name());
        document.put("description", description);
        ObjectNode learned = document.putObject("learned");
        origin.forEach(learned::put);
        ArrayNode movements = document.putArray("movements");
        sequence.movements().forEach(movement -> movement(movements.addObject(), movement));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(printer).writeValueAsString(document) + "\n";
    }

    private static void movement(ObjectNode target, Movement movement) {
        target.put("id", movement.id());
        target.put("name", movement.name());
        ArrayNode beats = target.putArray("beats");
        movement.beats().forEach(beat -> beat(beats.addObject(), beat));
    }

    private static void beat(ObjectNode target, Beat beat) {
        if (beat.number() >= 0) {
            target.put("beat", beat.number());
        }
        text(target, "event", beat.event());
        text(target, "title", beat.title());
        text(target, "handler", beat.handler());
        text(target, "timing", beat.timing());
        text(target, "kind", beat.kind());
        if (beat.optional()) {
            target.put("optional", true);
        }
        text(target, "parallel", beat.parallel());
    }

    private static void text(ObjectNode target, String key, String value) {
        if (!value.isEmpty()) {
            target.put(key, value);
        }
    }
}
