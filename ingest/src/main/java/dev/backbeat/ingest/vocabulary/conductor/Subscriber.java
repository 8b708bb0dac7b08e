package dev.backbeat.ingest.vocabulary.conductor;

import org.jspecify.annotations.Nullable;

/// Who a subscription says it belongs to: `Plugin`, `Plugin:sequence-id` or `Plugin:sequence-id:cleanup`.
record Subscriber(String plugin, @Nullable String sequenceId) {

    static Subscriber of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Subscriber(text, null)
                : new Subscriber(text.substring(0, colon), text.substring(colon + 1));
    }
}
