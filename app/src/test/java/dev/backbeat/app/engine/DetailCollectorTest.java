package dev.backbeat.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetailCollectorTest {

    private final List<Integer> questions = new ArrayList<>();

    @Test
    void detailsAreCollectedBreadthFirst() {
        Answer answer = detailed(List.of(handler(1), execution(7), place(3)), 2, 1);
        assertThat(kinds(answer))
                .containsExactly(
                        "ToHandler", "ToExecution", "ToPlace", "ToExecution", "ToExecution", "ToPlace", "ToCode");
        assertThat(answer.exhibits()).hasSize(1);
        assertThat(answer.details().getFirst().title()).isEqualTo("P.h1");
        // One question for each level, however many there are.
        assertThat(questions).containsExactly(1, 1, 0, 2, 0, 0);
    }

    @Test
    void oneHandlerLeadsToFewExecutions() {
        Answer answer = detailed(List.of(handler(1)), 9, 0);
        assertThat(kinds(answer).stream().filter("ToExecution"::equals)).hasSize(5);
        assertThat(words(answer)).contains("behind 5 of 9 executions that it names");
    }

    @Test
    void whatTheLimitsLeaveOutIsSaid() {
        List<Reference> many = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            many.add(handler(i));
            many.add(execution(i));
            many.add(place(i));
        }
        Answer answer = detailed(many, 0, 0);
        assertThat(answer.details()).hasSize(100 + 300 + 1000);
        assertThat(words(answer)).contains("100 of 1,200 handlers, 300 of 1,200 executions, 1,000 of 1,200 raw lines");
    }

    @Test
    void whatIsNotThereHasNoDetail() {
        DetailCollector.Lookups nothing = new DetailCollector.Lookups(
                handlers -> Map.of(), executions -> Map.of(), place -> Optional.empty(), place -> Optional.empty());
        Answer answer = DetailCollector.detailed(answer(List.of(handler(1), execution(2), place(3))), nothing);
        assertThat(answer.details()).isEmpty();
        assertThat(answer.exhibits()).hasSize(1);
    }

    private Answer detailed(List<Reference> references, int executions, int code) {
        DetailCollector.Lookups lookups = new DetailCollector.Lookups(
                handlers -> asked(
                        handlers,
                        handler -> IntStream.range(0, executions)
                                .mapToObj(DetailCollectorTest::execution)
                                .toList()),
                ids -> asked(ids, id -> List.of(place(9))),
                place -> Optional.of(exhibit(code == 0 || place.line() != 9 ? List.of() : List.of(code(1)))),
                place -> Optional.of(exhibit(List.of())));
        return DetailCollector.detailed(answer(references), lookups);
    }

    private <K> Map<K, List<Exhibit>> asked(List<K> keys, Function<K, List<Reference>> references) {
        questions.add(keys.size());
        return keys.stream().collect(Collectors.toMap(key -> key, key -> List.of(exhibit(references.apply(key)))));
    }

    private static List<String> kinds(Answer answer) {
        return answer.details().stream()
                .map(detail -> detail.reference().getClass().getSimpleName())
                .toList();
    }

    private static String words(Answer answer) {
        return answer.exhibits().getLast().toString();
    }

    private static Answer answer(List<Reference> references) {
        return Answer.of("x", "what?", List.of(exhibit(references)));
    }

    private static Exhibit exhibit(List<Reference> references) {
        List<List<Cell>> rows = references.stream()
                .map(reference -> List.of(Cell.text("x").to(reference)))
                .toList();
        return Exhibit.Table.of("a table", List.of(Exhibit.Column.text("x")), rows, "");
    }

    private static Reference handler(int number) {
        return new Reference.ToHandler(new HandlerKey("P", "s", "h" + number));
    }

    private static Reference execution(int number) {
        return new Reference.ToExecution(new ExecutionId(number));
    }

    private static Reference place(int number) {
        return new Reference.ToPlace(new Place(new Origin(1, number), "a.log", number));
    }

    private static Reference code(int line) {
        return new Reference.ToCode(new CodePlace("shop", "a.ts", line, line, null));
    }
}
