package dev.backbeat.ingest.redaction;

/// One family of rules: which short texts announce a secret, and a close look at the places where they stand.
interface Finder {

    /// Tells the sieve what to stop at.
    void announce(Sieve.Builder sieve);

    /// Looks at a place where the sieve stopped and masks what is secret there.
    ///
    /// What was announced begins at `at - 1`, `at` or `at + 1`, or is not there at all: the sieve may stop in
    /// vain.
    ///
    /// @return how many secrets were masked
    int mask(Window text, int at);
}
