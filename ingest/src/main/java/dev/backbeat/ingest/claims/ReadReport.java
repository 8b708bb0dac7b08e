package dev.backbeat.ingest.claims;

import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.model.Claim;
import dev.backbeat.model.ClaimSource;
import java.util.List;

/// A report that was read.
///
/// @param source what it says of itself
/// @param claims what it says of a session
/// @param summary what became of its lines
public record ReadReport(ClaimSource source, List<Claim> claims, InputSummary summary) {

    /// Copies.
    public ReadReport {
        claims = List.copyOf(claims);
    }
}
