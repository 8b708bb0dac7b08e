package dev.backbeat.code;

import java.util.Set;

/// Reads the source files of one or more languages. Implementations are safe for use by many threads.
public interface Language {

    /// Stable, such as `typescript`; names it in the index and in excerpts.
    String id();

    /// A number that changes whenever the same bytes would give other facts; part of the cache's key.
    int version();

    /// The endings of file names it reads, with their dot, such as `.ts`. The longest that matches wins.
    Set<String> endings();

    /// What a file says. Never fails on what a file holds: code that can't be parsed is counted in
    /// [FileFacts#syntaxErrors] and the rest is read around it.
    ///
    /// @param path within the checkout, with `/`; tells dialects apart, such as `.tsx` from `.ts`
    /// @param content UTF-8, also where it is not valid
    FileFacts read(String path, byte[] content);
}
