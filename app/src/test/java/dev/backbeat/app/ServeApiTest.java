package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What `backbeat serve` answers is what the command line answers.
class ServeApiTest {

    @TempDir
    static Path folder;

    private static Bench bench;
    private static JsonNode profile;
    private static JsonNode sessions;
    private static Served served;

    @BeforeAll
    static void serve() {
        bench = new Bench(folder);
        bench.analyze(
                Bench.session("browse-and-buy.log").toString(),
                Bench.session("build-v1.log").toString(),
                Bench.session("handler-failures.log").toString());
        profile = bench.run("profile", "--top", "3", "--output", "json").json();
        sessions = bench.run("sessions", "--output", "json").json();
        served = Served.of(folder.resolve(".backbeat"));
    }

    @AfterAll
    static void end() {
        assertThat(served.talk()).isEmpty();
        served.close();
    }

    @Test
    void anAnalysisAnswersAsItsVerbDoes() {
        assertThat(served.json("/api/analyses/profile?top=3")).isEqualTo(profile);
        assertThat(served.json("/api/sessions").get("exhibits")).isEqualTo(sessions.get("exhibits"));
    }

    @Test
    void everyQuestionOfTheDocumentIsAnswered() {
        JsonNode paths = served.json("/api/openapi.json").get("paths");
        List<String> subjects = List.of("/api/handlers", "/api/source");
        int asked = 0;
        for (String path : paths.propertyNames()) {
            boolean plain = paths.get(path).has("get") && !path.contains("{") && !path.equals("/api/events");
            if (plain && !subjects.contains(path)) {
                assertThat(served.ask(path).statusCode()).as(path).isEqualTo(200);
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(15);
        subjects.forEach(
                path -> assertThat(served.ask(path).statusCode()).as(path).isEqualTo(400));
    }

    @Test
    void theDocumentHoldsTogether() {
        JsonNode document = served.json("/api/openapi.json");
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        Set<String> ids = new HashSet<>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().forEach(operation -> {
                    assertThat(ids.add(operation.get("operationId").asString())).isTrue();
                    assertThat(operation.get("summary").asString()).isNotBlank();
                    List<String> places = operation
                            .path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.get("in").asString().equals("path"))
                            .map(parameter -> "{" + parameter.get("name").asString() + "}")
                            .toList();
                    List<String> wanted = List.of(path.getKey().split("/")).stream()
                            .filter(part -> part.startsWith("{"))
                            .toList();
                    assertThat(places).as(path.getKey()).containsExactlyInAnyOrderElementsOf(wanted);
                }));
        String text = document.toString();
        Set<String> references = new HashSet<>();
        document.findValuesAsString("$ref").forEach(references::add);
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
        assertThat(text).contains("/api/analyses/conformance", "\"sequence\"");
    }

    @Test
    void aScopeNarrowsEveryAnswer() {
        JsonNode one = sessions.at("/exhibits/0/rows/0");
        String session = one.get(0).get("value").get("text").asString();
        long all = total("/api/executions?limit=1");
        long some = total("/api/executions?limit=1&session=" + session);
        assertThat(some).isPositive().isLessThan(all);
        assertThat(total("/api/executions?limit=1&to=1970-01-01T00:00:00Z")).isZero();
        assertThat(total("/api/executions?limit=1&from=1970-01-01T00:00:00Z")).isEqualTo(all);
        HttpResponse<String> unknown = served.ask("/api/executions?sequence=nothing-is-called-so");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("no sequence is called", "\"hint\"");
    }

    @Test
    void anAnswerIsAFileForAnotherTool() {
        HttpResponse<String> trace = served.ask("/api/analyses/timeline?output=chrome-trace");
        assertThat(trace.statusCode()).isEqualTo(200);
        assertThat(trace.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"backbeat-timeline.trace.json\"");
        assertThat(Served.JSON.readTree(trace.body()).get("traceEvents")).isNotEmpty();
        HttpResponse<String> junit = served.ask("/api/analyses/profile?output=junit");
        assertThat(junit.headers().firstValue("content-type")).contains("application/xml");
        assertThat(junit.body()).startsWith("<?xml");
        assertThat(served.json("/api/analyses/profile?output=json")).isEqualTo(served.json("/api/analyses/profile"));
        assertTrouble("/api/analyses/profile?output=chrome-trace", 400, "USAGE", "does not hold what ran when");
        assertTrouble("/api/analyses/profile?output=html", 400, "USAGE", "no such `output`");
        assertTrouble("/api/analyses/profile?output=nothing", 400, "USAGE", "no such `output`");
    }

    @Test
    void listsComeInPages() {
        JsonNode first = served.json("/api/executions?limit=2").at("/exhibits/0");
        JsonNode second = served.json("/api/executions?limit=2&offset=2").at("/exhibits/0");
        JsonNode both = served.json("/api/executions?limit=4").at("/exhibits/0");
        assertThat(first.get("rows")).hasSize(2);
        assertThat(both.get("rows").get(2)).isEqualTo(second.get("rows").get(0));
        assertThat(first.get("total").asLong()).isEqualTo(both.get("total").asLong());
        assertThat(served.json("/api/sessions?limit=1&offset=99999").at("/exhibits/0/rows"))
                .isEmpty();
        String id = first.at("/rows/0/0/value/text").asString();
        assertThat(served.ask("/api/executions/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerIsKeptUntilTheStoreChanges() {
        HttpResponse<String> first = served.ask("/api/ledger");
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(served.ask("/api/ledger", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(served.ask("/api/ledger", "If-None-Match", "\"other\"").body())
                .isEqualTo(first.body());
        assertThat(served.ask("/metrics").body())
                .contains("backbeat_http_requests_total{path=\"/api/ledger\",status=\"304\"} ")
                .contains("backbeat_answers_cached_total ", "backbeat_store_bytes ")
                .endsWith("# EOF\n");
    }

    @Test
    void mistakesAreToldWithCodeAndHint() {
        assertTrouble("/api/analyses/profile?colour=red", 400, "USAGE", "has no parameter `colour`");
        assertTrouble("/api/analyses/profile?top=many", 400, "USAGE", "`many` is no value");
        assertTrouble("/api/analyses/profile?top=1&top=2", 400, "USAGE", "too often");
        assertTrouble("/api/analyses/nothing", 404, "NOT_FOUND", "there is nothing at");
        assertTrouble("/api/executions/0123", 404, "NOT_FOUND", "");
        assertTrouble("/api/executions?limit=-1", 400, "USAGE", "no value for");
        assertTrouble("/api/executions?from=yesterday", 400, "USAGE", "no time");
        assertTrouble("/api/raw/1/nowhere", 400, "USAGE", "no place");
        assertTrouble("/api/rules/README", 404, "NOT_FOUND", "no such rule");
        assertTrouble("/no-such-page", 404, "NOT_FOUND", "there is nothing at");
        HttpResponse<String> mistyped = served.ask("/no-such-page", "accept", "text/html,*/*;q=0.8");
        assertThat(mistyped.statusCode()).isEqualTo(404);
        assertThat(mistyped.body()).as("the dashboard says it").startsWith("<!doctype html>");
        assertThat(served.ask("/api/rules/EXEC001").body()).contains("# EXEC001");
        assertThat(served.ask("/api/raw/1/0?after=1").statusCode()).isEqualTo(200);
    }

    private static void assertTrouble(String path, int status, String code, String words) {
        HttpResponse<String> answer = served.ask(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        JsonNode body = Served.JSON.readTree(answer.body());
        assertThat(body.get("code").asString()).isEqualTo(code);
        assertThat(body.get("message").asString()).contains(words);
    }

    private static long total(String path) {
        return served.json(path).at("/exhibits/0/total").asLong();
    }
}
