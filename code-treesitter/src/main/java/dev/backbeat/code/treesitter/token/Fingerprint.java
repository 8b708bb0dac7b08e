package dev.backbeat.code.treesitter.token;

import java.util.List;

/// What a function is compared by.
///
/// @param hash of its parameters and body
/// @param shingles of its body: the smallest hashes of runs of tokens, ascending
public record Fingerprint(long hash, List<Integer> shingles) {

    /// Copies.
    public Fingerprint {
        shingles = List.copyOf(shingles);
    }
}
