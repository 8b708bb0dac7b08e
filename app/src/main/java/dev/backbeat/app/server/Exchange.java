package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.Map;

/// A request that the gate let through, and how it is answered.
///
/// @param headers those of every answer to it
record Exchange(ServiceRequestContext context, HttpRequest request, Asked asked, Map<String, String> headers) {

    HttpResponse reply(Reply reply) {
        return reply.response(headers, request.method() == HttpMethod.HEAD);
    }

    String header(CharSequence name) {
        return request.headers().get(name, "");
    }

    /// The media type of the body, without its parameters.
    String contentType() {
        return header(HttpHeaderNames.CONTENT_TYPE).split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    }
}
