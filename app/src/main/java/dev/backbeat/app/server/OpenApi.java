package dev.backbeat.app.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The endpoints as an OpenAPI 3.1 document.
final class OpenApi {

    private static final String ANSWER = "#/components/schemas/Answer";
    private static final String TROUBLE = "#/components/schemas/Trouble";

    private OpenApi() {}

    /// @param version of Backbeat
    /// @param answerSchema the published schema of answers
    static Map<String, Object> of(List<Endpoint> endpoints, String version, Object answerSchema) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            paths.computeIfAbsent(endpoint.path(), path -> new LinkedHashMap<>())
                    .put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        return ordered(
                "openapi", "3.1.0",
                "info",
                        ordered(
                                "title",
                                "Backbeat",
                                "description",
                                "What `backbeat serve` answers and takes.",
                                "version",
                                version,
                                "license",
                                ordered("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "paths", paths,
                "components",
                        ordered(
                                "schemas", ordered("Answer", answerSchema, "Trouble", trouble()),
                                "securitySchemes", ordered("token", ordered("type", "http", "scheme", "bearer"))),
                "security", List.of(Map.of(), ordered("token", List.of())));
    }

    private static Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = ordered(
                "operationId", id(endpoint),
                "summary", endpoint.summary());
        if (!endpoint.parameters().isEmpty()) {
            operation.put(
                    "parameters",
                    endpoint.parameters().stream().map(OpenApi::parameter).toList());
        }
        if (endpoint.body() != Endpoint.Body.NONE) {
            boolean lines = endpoint.body() == Endpoint.Body.LINES;
            operation.put(
                    "requestBody",
                    ordered(
                            "required",
                            true,
                            "content",
                            ordered(
                                    lines ? "text/plain" : Reply.JSON,
                                    ordered("schema", ordered("type", lines ? "string" : "object")))));
        }
        operation.put("responses", responses(endpoint));
        return operation;
    }

    private static Map<String, Object> responses(Endpoint endpoint) {
        Map<String, Object> schema = switch (endpoint.answers()) {
            case ANSWER -> ordered("$ref", ANSWER);
            case OBJECT -> Map.of();
            case EVENTS, METRICS, PAGE -> ordered("type", "string");
        };
        String type = endpoint.answers().type().split(";", 2)[0];
        Map<String, Object> trouble = ordered(
                "description", "why not", "content", ordered(Reply.JSON, ordered("schema", ordered("$ref", TROUBLE))));
        return ordered(
                "200",
                ordered("description", "done", "content", ordered(type, ordered("schema", schema))),
                "default",
                trouble);
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> value = ordered("type", parameter.type());
        if (!parameter.byDefault().isEmpty()) {
            value.put("default", plain(parameter.type(), parameter.byDefault()));
        }
        boolean path = parameter.place() == Parameter.Place.PATH;
        Map<String, Object> shown = ordered(
                "name",
                parameter.name(),
                "in",
                path ? "path" : "query",
                "description",
                parameter.description(),
                "schema",
                parameter.repeated() ? ordered("type", "array", "items", value) : value);
        if (path) {
            shown.put("required", true);
        }
        if (!parameter.example().isEmpty()) {
            Object example = plain(parameter.type(), parameter.example());
            shown.put("example", parameter.repeated() ? List.of(example) : example);
        }
        return shown;
    }

    private static Object plain(String type, String text) {
        return switch (type) {
            case "integer" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private static Map<String, Object> trouble() {
        return ordered(
                "type",
                "object",
                "properties",
                ordered(
                        "code", ordered("type", "string", "description", "stable, for programs"),
                        "message", ordered("type", "string", "description", "what, for people"),
                        "hint", ordered("type", "string", "description", "what to do about it")),
                "required",
                List.of("code", "message"),
                "additionalProperties",
                false);
    }

    private static String id(Endpoint endpoint) {
        List<String> words = new ArrayList<>();
        for (String part : endpoint.path().split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                words.add(part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
            }
        }
        return endpoint.method().toLowerCase(Locale.ROOT) + String.join("", words);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
