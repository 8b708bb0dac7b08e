package dev.backbeat.ingest.redaction;

import java.util.Arrays;
import java.util.Optional;

/// The built-in kinds of secrets. Ids are stable: configuration names them to switch a rule off.
public enum RedactionRule {
    /// `password=…`, `"clientSecret":"…"`, `x-api-key: …`.
    KEY("key", "the value after a key whose name ends in password, secret, token, api_key, pin and the like"),
    /// `Cookie: …`, `JSESSIONID=…`.
    COOKIE("cookie", "values of Cookie and Set-Cookie headers and of session cookies"),
    /// `Bearer …`, `Basic …`.
    BEARER("bearer", "credentials after the scheme names Bearer and Basic"),
    /// `eyJ….….…`.
    JWT("jwt", "JSON Web Tokens: three or more base64url parts, the first beginning with eyJ"),
    /// `AKIA…`, `ghp_…`, `xoxb-…`.
    VENDOR_TOKEN("vendor-token", "keys of known vendors: AWS, GitHub, GitLab, Slack, Stripe, OpenAI, Google, npm"),
    /// `-----BEGIN … PRIVATE KEY-----`.
    PRIVATE_KEY("private-key", "the body of a PEM private key, up to its END line or the end of what looks like one"),
    /// `https://user:pass@host`.
    URL_USERINFO("url-userinfo", "user name and password in front of the host of a URL"),
    /// `jane@example.test`, `jane%40example.test`.
    MAIL("mail", "mail addresses, also percent-encoded"),
    /// 13 to 19 digits with an issuer's prefix and a right check digit.
    CARD("card", "payment card numbers with an issuer's prefix and a correct Luhn digit"),
    /// `+1 555 010 0199`, `(555) 010-0199`.
    PHONE("phone", "international phone numbers, US phone numbers and tel: URIs"),
    /// `123-45-6789`.
    SSN("ssn", "US social security numbers written with hyphens"),
    /// `DE00 0000 …`.
    IBAN("iban", "bank account numbers (IBAN) of the right length and with correct check digits");

    private final String id;
    private final String description;

    RedactionRule(String id, String description) {
        this.id = id;
        this.description = description;
    }

    /// The stable id, as configuration writes it.
    public String id() {
        return id;
    }

    /// What the rule masks, in one line.
    public String description() {
        return description;
    }

    /// The rule of an id; empty when there is none.
    public static Optional<RedactionRule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
