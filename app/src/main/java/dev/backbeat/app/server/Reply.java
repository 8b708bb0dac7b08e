package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import dev.backbeat.model.BackbeatException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a request is answered with.
///
/// @param type the media type
/// @param headers further ones
record Reply(int status, String type, byte[] body, Map<String, String> headers) {

    static final String JSON = "application/json";
    static final String NO_STORE = "no-store";
    static final int DEFECT = 500;

    private static final String CACHE = "cache-control";

    static Reply json(byte[] body) {
        return new Reply(200, JSON, body, Map.of(CACHE, NO_STORE));
    }

    static Reply json(Object value) {
        return json(Json.bytes(value));
    }

    static Reply text(String type, String text) {
        return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8), Map.of(CACHE, NO_STORE));
    }

    /// Something to be saved.
    static Reply file(String type, String name, byte[] body) {
        return new Reply(200, type, body, Map.of(CACHE, NO_STORE))
                .with("content-disposition", "attachment; filename=\"%s\"".formatted(name));
    }

    static Reply trouble(int status, String code, String message, @Nullable String hint) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", message);
        if (hint != null) {
            body.put("hint", hint);
        }
        return new Reply(status, JSON, Json.bytes(body), Map.of(CACHE, NO_STORE));
    }

    /// Trouble by its kind; of a defect of ours no more than that it is one.
    static Reply trouble(Throwable trouble) {
        if (trouble instanceof BackbeatException known) {
            int status = switch (known.code()) {
                case USAGE -> 400;
                case INPUT -> 422;
                case NOT_FOUND -> 404;
                case STORE -> 503;
                case ENVIRONMENT -> 507;
                case INTERNAL -> DEFECT;
            };
            String message = status == DEFECT ? "this should not have happened" : String.valueOf(known.getMessage());
            return trouble(status, known.code().name(), message, known.hint().orElse(null));
        }
        return trouble(DEFECT, "INTERNAL", "this should not have happened", "the server's own output says more");
    }

    static Reply notFound(String path) {
        return trouble(
                404,
                "NOT_FOUND",
                "there is nothing at `%s`".formatted(path),
                "`/api/openapi.json` lists what there is");
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more);
    }

    /// @param head whether only the headers are asked for
    HttpResponse response(Map<String, String> always, boolean head) {
        ResponseHeadersBuilder built = ResponseHeaders.builder(status);
        always.forEach(built::set);
        headers.forEach(built::set);
        if (!type.isEmpty()) {
            built.set(HttpHeaderNames.CONTENT_TYPE, type);
        }
        if (head) {
            built.setLong(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        return HttpResponse.of(built.build(), head ? HttpData.empty() : HttpData.wrap(body));
    }
}
