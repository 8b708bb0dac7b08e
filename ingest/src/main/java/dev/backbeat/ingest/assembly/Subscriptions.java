package dev.backbeat.ingest.assembly;

import dev.backbeat.model.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is subscribed to what, in the order of subscription: the bus calls subscribers in that order, and
/// the log names them by their position only.
final class Subscriptions {

    private final Map<String, List<Subscription>> byTopic = new HashMap<>();

    /// Another one that goes on from here by itself.
    Subscriptions copy() {
        Subscriptions copy = new Subscriptions();
        byTopic.forEach((topic, known) -> copy.byTopic.put(topic, new ArrayList<>(known)));
        return copy;
    }

    void add(Event.TopicSubscribed event) {
        if (!event.blocked()) {
            byTopic.computeIfAbsent(event.topic(), topic -> new ArrayList<>())
                    .add(new Subscription(event.plugin(), event.sequenceId()));
        }
    }

    void remove(Event.TopicUnsubscribed event) {
        List<Subscription> known = byTopic.get(event.topic());
        if (known != null && !known.remove(new Subscription(event.plugin(), event.sequenceId())) && !known.isEmpty()) {
            known.removeLast();
        }
    }

    List<Subscription> of(String topic) {
        return byTopic.getOrDefault(topic, List.of());
    }

    @Nullable
    Subscription at(String topic, int position) {
        List<Subscription> known = of(topic);
        return position >= 0 && position < known.size() ? known.get(position) : null;
    }
}
