package dev.backbeat.model;

import java.util.List;
import java.util.stream.Stream;

/// Every answer there is, in one.
///
/// @param id stable; names files
/// @param question what it answers
/// @param first what is to be looked at first, over all answers
/// @param parts the answers, and those that could not be given
/// @param details what lies behind the references of all of them
public record Report(String id, String question, List<Exhibit> first, List<Part> parts, List<Answer.Detail> details) {

    /// Copies.
    public Report {
        first = List.copyOf(first);
        parts = List.copyOf(parts);
        details = List.copyOf(details);
    }

    /// An answer, or why there is none.
    ///
    /// @param id of the answer, such as `profile`
    /// @param question what it answers
    /// @param exhibits from above; none where it is absent
    /// @param absence why there is none and what to do; empty where there is one
    public record Part(String id, String question, List<Exhibit> exhibits, String absence) {

        /// Copies.
        public Part {
            exhibits = List.copyOf(exhibits);
        }
    }

    /// The answers after each other, as one; what is to be looked at first stands in them already.
    public Answer answer() {
        List<Exhibit> exhibits =
                parts.stream().flatMap(part -> part.exhibits().stream()).toList();
        return new Answer(id, question, exhibits, details);
    }

    /// The same to be read by people: what comes first, first, and what is absent, with its reason.
    public Answer reading() {
        List<Exhibit.Document.Block> absent = parts.stream()
                .filter(part -> !part.absence().isEmpty())
                .map(part -> (Exhibit.Document.Block)
                        new Exhibit.Document.Block.Paragraph("`" + part.id() + "`: " + part.absence()))
                .toList();
        Stream<Exhibit> last =
                absent.isEmpty() ? Stream.of() : Stream.of(new Exhibit.Document("what is not there", absent));
        List<Exhibit> exhibits = Stream.of(first.stream(), answer().exhibits().stream(), last)
                .flatMap(part -> part)
                .toList();
        return new Answer(id, question, exhibits, details);
    }
}
