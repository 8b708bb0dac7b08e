package dev.backbeat.code.catalog.conductor;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.catalog.DocumentedSequence.Beat;
import dev.backbeat.code.catalog.DocumentedSequence.ModuleName;
import dev.backbeat.code.catalog.DocumentedSequence.Movement;
import dev.backbeat.code.catalog.DocumentedSequence.TestName;
import dev.backbeat.code.json.LocatedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the document of one sequence.
final class SequenceReader {

    private final String path;
    private final List<ModuleName> modules;
    private final List<CodeProblem> problems;

    SequenceReader(String path, List<ModuleName> modules, List<CodeProblem> problems) {
        this.path = path;
        this.modules = modules;
        this.problems = problems;
    }

    /// The sequence; empty where it has no id, no name or no movements.
    ///
    /// @param meant whether people mean it to be a sequence, so that what it lacks is a problem
    Optional<DocumentedSequence> read(LocatedJson document, boolean meant) {
        Optional<String> id = said(document, "id");
        Optional<String> name = said(document, "name").or(() -> said(document, "title"));
        List<LocatedJson> listed = document.elementsAt("movements");
        if (listed.isEmpty()) {
            lacks(meant, CodeProblem.Kind.NO_MOVEMENTS, document, "movements");
            return Optional.empty();
        }
        if (name.isEmpty()) {
            lacks(meant, CodeProblem.Kind.NO_NAME, document, "name");
        }
        if (id.isEmpty()) {
            lacks(meant, CodeProblem.Kind.NO_NAME, document, "id");
        }
        if (id.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        List<Movement> movements = new ArrayList<>();
        for (LocatedJson movement : listed) {
            List<Beat> beats = new ArrayList<>();
            for (LocatedJson beat : movement.elementsAt("beats")) {
                if (beat instanceof LocatedJson.Obj) {
                    beats.add(beat(beat));
                }
            }
            movements.add(new Movement(
                    movement.textAt("id").orElse(""), movement.textAt("name").orElse(""), movement.line(), beats));
        }
        return Optional.of(new DocumentedSequence(
                id.orElseGet(name::orElseThrow),
                name.orElseGet(id::orElseThrow),
                said(document, "pluginId").orElse(null),
                path,
                document.line(),
                modules,
                movements));
    }

    /// An empty text says nothing.
    private static Optional<String> said(LocatedJson document, String key) {
        return document.textAt(key).filter(text -> !text.isBlank());
    }

    private void lacks(boolean meant, CodeProblem.Kind kind, LocatedJson document, String what) {
        if (meant) {
            problems.add(new CodeProblem(kind, path, document.line(), "the sequence has no `%s`".formatted(what)));
        }
    }

    private static Beat beat(LocatedJson beat) {
        Optional<LocatedJson> handler = beat.at("handler");
        String name = handler.flatMap(LocatedJson::asText)
                .or(() -> handler.flatMap(object -> object.textAt("name")))
                .or(() -> beat.textAt("handlerName"))
                .orElse("");
        return new Beat(
                beat.textAt("beat")
                        .or(() -> beat.textAt("number"))
                        .map(SequenceReader::number)
                        .orElse(-1),
                beat.textAt("event").orElse(""),
                beat.textAt("title").or(() -> beat.textAt("name")).orElse(""),
                name,
                beat.textAt("timing").orElse(""),
                beat.textAt("kind")
                        .or(() -> handler.flatMap(object -> object.textAt("kind")))
                        .orElse(""),
                beat.isTrueAt("optional"),
                beat.textAt("parallel")
                        .or(() -> beat.textAt("parallelGroup"))
                        .orElse(beat.isTrueAt("parallel") ? "parallel" : ""),
                tests(beat),
                beat.line());
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static List<TestName> tests(LocatedJson beat) {
        List<TestName> tests = new ArrayList<>();
        beat.textAt("testFile")
                .ifPresent(file -> tests.add(new TestName(
                        file.replace('\\', '/'), beat.textAt("testCase").orElse(""))));
        for (LocatedJson test : beat.elementsAt("tests")) {
            test.textAt("testFile")
                    .or(() -> test.textAt("file"))
                    .ifPresent(file -> tests.add(new TestName(
                            file.replace('\\', '/'),
                            test.textAt("testCase")
                                    .or(() -> test.textAt("title"))
                                    .orElse(""))));
        }
        return tests;
    }
}
