package dev.backbeat.mapping;

import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.store.CodeFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A documented sequence as rows.
final class DocumentRows {

    private DocumentRows() {}

    static List<CodeFacts.DocumentedBeat> of(StoredNames.Build build, DocumentedBeats.Placed placed) {
        DocumentedSequence sequence = placed.sequence();
        List<CodeFacts.DocumentedBeat> rows = new ArrayList<>();
        int movementPosition = 0;
        for (DocumentedSequence.Movement movement : sequence.movements()) {
            for (DocumentedSequence.Beat beat : movement.beats()) {
                rows.add(new CodeFacts.DocumentedBeat(
                        build.label(),
                        build.commit(),
                        placed.checkout(),
                        absent(placed.commit()),
                        sequence.path(),
                        beat.line(),
                        sequence.id(),
                        sequence.name(),
                        sequence.plugin(),
                        movementPosition,
                        absent(movement.name()),
                        rows.size(),
                        beat.number(),
                        absent(beat.event()),
                        absent(beat.title()),
                        absent(beat.handler()),
                        absent(beat.timing()),
                        absent(beat.kind()),
                        beat.optional(),
                        absent(beat.parallel()),
                        sequence.modules().isEmpty()
                                ? null
                                : sequence.modules().getFirst().specifier()));
            }
            movementPosition++;
        }
        return rows;
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}
