package dev.backbeat.app.server;

import com.linecorp.armeria.common.Cookie;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.RequestHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides who may ask. Against pages of strangers in the browser of whoever runs the server: names that were
/// rebound to this address are refused by the `Host` they send, and whatever writes by its `Origin`.
final class Gate {

    /// The cookie that holds the token.
    static final String COOKIE = "backbeat_token";

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String BEARER = "bearer ";

    private static final Map<String, String> ALWAYS = Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "x-content-type-options",
            "nosniff",
            "x-frame-options",
            "DENY",
            "referrer-policy",
            "no-referrer",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin",
            "permissions-policy",
            "camera=(), geolocation=(), microphone=()");

    private final ServerOptions options;

    Gate(ServerOptions options) {
        this.options = options;
    }

    /// The headers of every answer.
    static Map<String, String> always() {
        return ALWAYS;
    }

    /// Why a request is refused, whatever it asks; empty where it is not.
    Optional<Reply> refusal(RequestHeaders headers) {
        String authority = authority(headers);
        boolean one = headers.getAll(HttpHeaderNames.HOST).stream()
                .allMatch(host -> host.toLowerCase(Locale.ROOT).equals(authority));
        if (!one || !isOurs(hostOf(authority))) {
            return Optional.of(Reply.trouble(
                    421,
                    "HOST",
                    "this server is not called so",
                    "ask it by its address, or name it with `--allow-host`"));
        }
        boolean reads = Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(headers.method());
        String origin = headers.get(HttpHeaderNames.ORIGIN, "");
        boolean foreign = !origin.isEmpty() && !isSame(origin, authority);
        if (!reads && foreign && !options.origins().contains(origin)) {
            return Optional.of(Reply.trouble(
                    403, "ORIGIN", "pages of this origin may not send anything here", "name it with `--allow-origin`"));
        }
        return Optional.empty();
    }

    /// Why a request is refused that has no token where one is needed; empty where it may go on.
    Optional<Reply> withoutToken(RequestHeaders headers) {
        String token = options.token();
        if (token == null) {
            return Optional.empty();
        }
        String said = headers.get(HttpHeaderNames.AUTHORIZATION, "");
        if (said.toLowerCase(Locale.ROOT).startsWith(BEARER)
                && isToken(said.substring(BEARER.length()).strip())) {
            return Optional.empty();
        }
        boolean known = headers.cookies().stream()
                .filter(cookie -> cookie.name().equals(COOKIE))
                .map(Cookie::value)
                .anyMatch(this::isToken);
        if (known) {
            return Optional.empty();
        }
        return Optional.of(Reply.trouble(
                        401,
                        "TOKEN",
                        "this server wants its token",
                        "send it as `Authorization: Bearer <token>`, or open `/?token=<token>` in a browser")
                .with("www-authenticate", "Bearer"));
    }

    /// Whether it is the token, in a time that does not say how much of it is right.
    boolean isToken(String said) {
        String token = options.token();
        return token != null
                && MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /// What lets a page of another origin read the answer, where that origin may send.
    Map<String, String> crossOrigin(RequestHeaders headers) {
        String origin = headers.get(HttpHeaderNames.ORIGIN, "");
        if (!options.origins().contains(origin)) {
            return Map.of("vary", "origin");
        }
        Map<String, String> allowed = new LinkedHashMap<>();
        allowed.put("vary", "origin");
        allowed.put("access-control-allow-origin", origin);
        allowed.put("cross-origin-resource-policy", "cross-origin");
        if (headers.method() == HttpMethod.OPTIONS) {
            allowed.put("access-control-allow-methods", "POST");
            allowed.put("access-control-allow-headers", "authorization, content-encoding, content-type");
            allowed.put("access-control-max-age", "600");
            allowed.put("access-control-allow-private-network", "true");
        }
        return allowed;
    }

    private boolean isOurs(String host) {
        if (LOOPBACK.contains(host) || options.hosts().contains(host)) {
            return true;
        }
        // An address can't be rebound; only a name can.
        return !options.address().isLoopbackAddress() && ADDRESS.matcher(host).matches();
    }

    private static String authority(RequestHeaders headers) {
        String said = headers.authority();
        return said == null ? "" : said.toLowerCase(Locale.ROOT);
    }

    private static String hostOf(String authority) {
        int port = authority.lastIndexOf(':');
        boolean has = port > authority.lastIndexOf(']');
        return has ? authority.substring(0, port) : authority;
    }

    /// Whether an origin is the page's own.
    private static boolean isSame(String origin, String authority) {
        try {
            URI uri = new URI(origin);
            return "http".equals(uri.getScheme())
                    && authority.equals(String.valueOf(uri.getAuthority()).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
