package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpResponse;
import java.util.function.Function;

/// Answers from the store, with what is known already where it is.
///
/// @param work works the answer out
record Stored(Answers answers, Function<Asked, Reply> work) implements Endpoint.Service {

    @Override
    public HttpResponse serve(Exchange exchange) {
        return answers.stored(exchange, work);
    }

    /// Works the answer out before anybody asks.
    ///
    /// @return whether there was anything to do, and a time to do it
    boolean ahead(Asked asked) {
        return answers.ahead(asked, work);
    }
}
