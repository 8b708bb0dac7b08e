package dev.backbeat.mapping;

import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.model.HandlerKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the handler that documents name for a beat.
public final class DocumentedBeats {

    private final CodeVersions code;

    DocumentedBeats(CodeVersions code) {
        this.code = code;
    }

    /// The handler of a beat; empty where no document has the beat, or documents name different handlers for
    /// it.
    ///
    /// @param sequence the sequence's id or name
    /// @param plugin who owns the sequence where its document does not say; empty where nobody says
    /// @param event the event that the beat emits; empty where a file ended before the log named it
    /// @param number the beat's number, -1 where it is not known; only asked where one event stands for two
    ///     handlers
    public Optional<HandlerKey> handler(String sequence, String plugin, String event, int number) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> ofNumber = new LinkedHashSet<>();
        String owner = plugin;
        String id = sequence;
        for (CodeVersions.Documented documented : code.documents(sequence)) {
            DocumentedSequence document = documented.sequence();
            for (DocumentedSequence.Beat beat : document.beats()) {
                boolean other = !event.isEmpty() && !beat.event().equals(event);
                if (other || beat.handler().isEmpty()) {
                    continue;
                }
                names.add(beat.handler());
                if (beat.number() == number) {
                    ofNumber.add(beat.handler());
                }
                String said = document.plugin();
                owner = said == null ? owner : said;
                id = document.id();
            }
        }
        // Without an event only the number tells one beat from another.
        Set<String> chosen = names.size() > 1 || event.isEmpty() ? ofNumber : names;
        return chosen.size() == 1
                ? Optional.of(new HandlerKey(owner, id, chosen.iterator().next()))
                : Optional.empty();
    }

    /// All documented sequences with the place of their documents, in the order of their paths.
    public List<Placed> sequences() {
        List<Placed> all = new ArrayList<>();
        for (CodeVersion version : code.all()) {
            for (DocumentedSequence sequence : version.index().documents().sequences()) {
                all.add(new Placed(
                        version.index().checkout(), version.index().commit().orElse(""), sequence));
            }
        }
        return all;
    }

    /// A documented sequence and where its document is.
    ///
    /// @param commit empty for a work tree
    public record Placed(String checkout, String commit, DocumentedSequence sequence) {}
}
