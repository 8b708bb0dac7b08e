package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing that can be asked or said over HTTP.
///
/// @param method `GET` or `POST`
/// @param path with places in braces
/// @param summary in one sentence
/// @param answers what comes back
/// @param body what has to be sent
/// @param foreign whether pages that are allowed to may send to it
/// @param open whether it is answered without a token
record Endpoint(
        String method,
        String path,
        String summary,
        List<Parameter> parameters,
        Shape answers,
        Body body,
        boolean foreign,
        boolean open,
        Service service) {

    /// What comes back.
    enum Shape {
        /// An answer, by the published schema.
        ANSWER(Reply.JSON),
        /// An object of its own.
        OBJECT(Reply.JSON),
        /// Events as they happen.
        EVENTS("text/event-stream"),
        /// Metrics.
        METRICS(Metrics.TYPE),
        /// A page, a script or a style sheet.
        PAGE("text/html");

        private final String type;

        Shape(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /// What has to be sent.
    enum Body {
        NONE,
        /// Lines of a log.
        LINES,
        /// JSON.
        JSON
    }

    /// Answers.
    @FunctionalInterface
    interface Service {
        HttpResponse serve(Exchange exchange);
    }

    static Endpoint question(String path, String summary, List<Parameter> parameters, Service service) {
        return new Endpoint("GET", path, summary, parameters, Shape.ANSWER, Body.NONE, false, false, service);
    }

    static Endpoint object(String path, String summary, List<Parameter> parameters, Service service) {
        return new Endpoint("GET", path, summary, parameters, Shape.OBJECT, Body.NONE, false, false, service);
    }

    static Endpoint other(String path, String summary, Shape shape, boolean open, Service service) {
        return new Endpoint("GET", path, summary, List.of(), shape, Body.NONE, false, open, service);
    }

    static Endpoint writing(String path, String summary, List<Parameter> parameters, Body body, Service service) {
        return new Endpoint("POST", path, summary, parameters, Shape.OBJECT, body, true, false, service);
    }

    /// What stands in the places of a path, where it is one of this endpoint's.
    Optional<Map<String, String>> match(String asked) {
        String[] own = path.split("/", -1);
        String[] other = asked.split("/", -1);
        if (own.length != other.length) {
            return Optional.empty();
        }
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i].startsWith("{")) {
                places.put(own[i].substring(1, own[i].length() - 1), other[i]);
            } else if (!own[i].equals(other[i])) {
                return Optional.empty();
            }
        }
        return places.containsValue("") ? Optional.empty() : Optional.of(places);
    }
}
