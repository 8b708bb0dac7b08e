package dev.backbeat.ingest.redaction;

/// The sixteen independent pattern sets of the [Sieve]. Patterns that share a lane also match in mixtures
/// (the first half of one with the second half of another), so a lane holds patterns whose mixtures are
/// rare in logs.
enum Lane {
    LONG_KEY,
    SHORT_KEY,
    PIN,
    SSN_KEY,
    COOKIE,
    SCHEME,
    VENDOR,
    VENDOR_DASH,
    URL,
    MAIL,
    PHONE,
    HYPHENATED,
    CARD,
    JWT,
    IBAN,
    USER;

    int bit() {
        return 1 << ordinal();
    }
}
