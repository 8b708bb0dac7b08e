package dev.backbeat.output;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A finding and where it leads to: to code where it knows any, else to the line of log.
///
/// @param title the title of the exhibit that it stands in
/// @param finding itself
public record Located(String title, Finding finding) {

    /// The stable id of its rule.
    public String rule() {
        return finding.rule();
    }

    /// How much it matters.
    public Severity severity() {
        return finding.severity();
    }

    /// What is so.
    public String message() {
        return finding.sentence();
    }

    /// The handler that it is about; empty where it is about none.
    public Optional<HandlerKey> handlerKey() {
        return Optional.ofNullable(finding.subject().handler())
                .or(() -> first(reference -> reference instanceof Reference.ToHandler(var handler)
                        ? Optional.of(handler)
                        : Optional.empty()));
    }

    /// The sequence that it is about, as it calls itself; empty where it is about none.
    public String sequence() {
        return Optional.ofNullable(finding.subject().sequence())
                .or(() -> first(reference -> reference instanceof Reference.ToSequence(var sequence)
                        ? Optional.of(sequence)
                        : Optional.empty()))
                .or(() -> handlerKey().map(HandlerKey::sequence))
                .orElse("");
    }

    /// The beat that it is about; empty where it is about none.
    public String beat() {
        String beat = finding.subject().beat();
        return beat == null ? "" : beat;
    }

    /// The handler as people say it, `plugin.handler`; empty where it is about none.
    public String handler() {
        return handlerKey().map(key -> key.plugin() + "." + key.handler()).orElse("");
    }

    /// The lines of code that it leads to, the best first.
    public List<CodePlace> code() {
        List<CodePlace> named = all(
                reference -> reference instanceof Reference.ToCode(var place) ? Optional.of(place) : Optional.empty());
        CodePlace subject = finding.subject().code();
        return subject == null
                ? named
                : Stream.concat(Stream.of(subject), named.stream()).distinct().toList();
    }

    /// The raw lines that it leads to, the best first.
    public List<Place> places() {
        return all(
                reference -> reference instanceof Reference.ToPlace(var place) ? Optional.of(place) : Optional.empty());
    }

    /// The executions that it leads to, the best first.
    public List<ExecutionId> executions() {
        return all(reference ->
                reference instanceof Reference.ToExecution(var execution) ? Optional.of(execution) : Optional.empty());
    }

    /// The file that it leads to: of code, else of log; empty where it leads to none.
    public String file() {
        List<CodePlace> code = code();
        List<Place> places = places();
        return !code.isEmpty()
                ? code.getFirst().path()
                : places.isEmpty() ? "" : places.getFirst().input();
    }

    /// The line of that file; 0 where it is not known.
    public long line() {
        List<CodePlace> code = code();
        List<Place> places = places();
        return !code.isEmpty()
                ? code.getFirst().line()
                : places.isEmpty() ? 0 : places.getFirst().line();
    }

    /// How many executions it was seen in, or how often where that is not known.
    public long reach() {
        return finding.subject().executions() >= 0 ? finding.subject().executions() : finding.count();
    }

    /// `file:line`, the file's name only where it is of a log; empty where it leads to none.
    public String where() {
        List<CodePlace> code = code();
        List<Place> places = places();
        return !code.isEmpty()
                ? code.getFirst().path() + ":" + code.getFirst().line()
                : places.isEmpty() ? "" : places.getFirst().shortName();
    }

    private <T> Optional<T> first(Function<Reference, Optional<T>> wanted) {
        return finding.evidence().stream()
                .flatMap(reference -> wanted.apply(reference).stream())
                .findFirst();
    }

    private <T> List<T> all(Function<Reference, Optional<T>> wanted) {
        return finding.evidence().stream()
                .flatMap(reference -> wanted.apply(reference).stream())
                .toList();
    }

    static List<Located> of(Exhibit.Findings exhibit) {
        return exhibit.findings().stream()
                .map(finding -> new Located(exhibit.title(), finding))
                .toList();
    }
}
