package dev.backbeat.analysis.conformance;

import dev.backbeat.model.Finding;
import dev.backbeat.model.Severity;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What goes wrong around the sequences in session after session: plugins that never register, hosts that do
/// not answer. Each is one finding, however often it is written.
final class Ambient {

    private static final Pattern UNREACHABLE =
            Pattern.compile("ERR_(?:CONNECTION_(?:REFUSED|TIMED_OUT|RESET|FAILED)|NAME_NOT_RESOLVED|ADDRESS_UNREACHABLE"
                    + "|INTERNET_DISCONNECTED)|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH"
                    + "|(?i:connection refused|unknownhostexception|no route to host)");
    private static final Pattern HOST = Pattern.compile("\\b(?:https?|wss?)://([^/\\s?#\"']{1,255})");

    private final Asked asked;
    private final Tallies tallies;
    private final long sessions;

    Ambient(Asked asked, Tallies tallies) {
        this.asked = asked;
        this.tallies = tallies;
        this.sessions =
                asked.rows("sessions.sql", row -> row.longAt("sessions")).getFirst();
    }

    List<Finding> find() {
        List<Sighting> found = new ArrayList<>(mounts());
        found.addAll(hosts());
        return found.stream().map(one -> one.finding(asked)).toList();
    }

    /// How a plugin was mounted.
    ///
    /// @param attempts how many attempts there were in all sessions
    /// @param sessions in how many sessions, 0 where all were completed
    /// @param neverSessions in how many of them attempts failed and none was completed
    /// @param never how many attempts failed there
    /// @param openSessions in how many sessions an attempt did not end
    /// @param withoutEnd how many did not
    private record Mount(
            String plugin,
            long attempts,
            long sessions,
            long neverSessions,
            long never,
            long neverPlace,
            long openSessions,
            long withoutEnd,
            long openPlace,
            String reason) {

        static Mount of(Row row) {
            return new Mount(
                    row.textAt("plugin").orElse("?"),
                    row.longAt("attempts"),
                    row.longAt("sessions"),
                    row.longAt("never_sessions"),
                    row.longAt("never"),
                    row.longAt("never_place"),
                    row.longAt("open_sessions"),
                    row.longAt("without_end"),
                    row.longAt("open_place"),
                    row.textAt("reason").orElse(""));
        }
    }

    private List<Sighting> mounts() {
        List<Sighting> found = new ArrayList<>();
        for (Mount mount : asked.rows("mounts.sql", Mount::of)) {
            tallies.checked(RoutingRules.NEVER_MOUNTED, mount.attempts());
            tallies.checked(RoutingRules.MOUNT_WITHOUT_END, mount.attempts());
            if (mount.neverSessions() > 0) {
                found.add(new Sighting(
                                RoutingRules.NEVER_MOUNTED,
                                Severity.ERROR,
                                "see why with `backbeat raw {raw}`; what a plugin does not register can't be played")
                        .counts(mount.never(), mount.neverPlace())
                        .says("plugin `%s` never registers %s%s"
                                .formatted(
                                        mount.plugin(),
                                        RoutingRules.sessions(mount.neverSessions(), mount.sessions()),
                                        mount.reason().isEmpty() ? "" : ": " + mount.reason())));
            }
            if (mount.openSessions() > 0) {
                found.add(new Sighting(
                                RoutingRules.MOUNT_WITHOUT_END,
                                Severity.WARNING,
                                "see what follows the attempt with `backbeat raw {raw}`; a host may give up without a word")
                        .counts(mount.withoutEnd(), mount.openPlace())
                        .says("%,d of %,d attempts to mount plugin `%s` end neither way %s"
                                .formatted(
                                        mount.withoutEnd(),
                                        mount.attempts(),
                                        mount.plugin(),
                                        RoutingRules.sessions(mount.openSessions(), mount.sessions()))));
            }
        }
        return found;
    }

    private List<Sighting> hosts() {
        record Error(String message, long errors, long sessions, long place) {}
        Map<String, Sighting> found = new LinkedHashMap<>();
        Map<String, Long> most = new LinkedHashMap<>();
        for (Error error : asked.rows(
                "network.sql",
                row -> new Error(
                        row.textAt("message").orElse(""),
                        row.longAt("errors"),
                        row.longAt("sessions"),
                        row.longAt("place")))) {
            tallies.checked(RoutingRules.UNREACHABLE, error.errors());
            host(error.message()).ifPresent(host -> {
                Sighting one = found.computeIfAbsent(
                        host,
                        unused -> new Sighting(
                                RoutingRules.UNREACHABLE,
                                Severity.WARNING,
                                "start it, or take out what calls it; see a call with `backbeat raw {raw}`"));
                most.merge(host, error.sessions(), Math::max);
                one.counts(error.errors(), error.place());
                one.says("host `%s` can't be reached: %s %s"
                        .formatted(
                                host,
                                one.count() == 1 ? "1 call failed" : "%,d calls failed".formatted(one.count()),
                                RoutingRules.sessions(most.getOrDefault(host, 0L), sessions)));
            });
        }
        return List.copyOf(found.values());
    }

    private static Optional<String> host(String message) {
        Matcher host = HOST.matcher(message);
        return UNREACHABLE.matcher(message).find() && host.find() ? Optional.of(host.group(1)) : Optional.empty();
    }
}
