package dev.backbeat.analysis.conformance;

/// The rules of topics, plugins and hosts. Each has a page in `docs/rules`.
final class RoutingRules {

    static final String NEVER_MOUNTED = "CONF012";
    static final String UNREACHABLE = "CONF013";
    static final String MOUNT_WITHOUT_END = "CONF014";
    static final String OTHER_ROUTE = "CONF102";
    static final String MISSING_ROUTE = "CONF103";
    static final String UNDOCUMENTED_TOPIC = "CONF104";
    static final String UNDEFINED = "CONF105";
    static final String CYCLE = "CONF106";
    static final String NEVER_PUBLISHED = "CONF107";
    static final String NEVER_SUBSCRIBED = "CONF108";
    static final String UNKNOWN_SUBSCRIBER = "CONF109";

    private RoutingRules() {}

    /// As the host writes it.
    static String route(String plugin, String sequence) {
        return plugin.isEmpty() ? sequence : plugin + "::" + sequence;
    }

    static String messages(long count) {
        return count == 1 ? "1 message" : "%,d messages".formatted(count);
    }

    static String sessions(long count, long of) {
        return "in %,d of %,d %s".formatted(count, of, of == 1 ? "session" : "sessions");
    }
}
