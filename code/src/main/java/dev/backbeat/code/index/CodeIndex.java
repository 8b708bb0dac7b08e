package dev.backbeat.code.index;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.FileFacts;
import dev.backbeat.code.catalog.Documents;
import dev.backbeat.code.json.LocatedJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one version of a checkout says: facts of its files, documents, package descriptions.
public final class CodeIndex {

    private final String checkout;
    private final String commit;
    private final SortedMap<String, FileFacts> files;
    private final SortedMap<String, LocatedJson> descriptions;
    private final Documents documents;
    private final List<CodeProblem> problems;
    private final Reading reading;

    /// How much was read to make it.
    ///
    /// @param files files of known languages, and documents
    /// @param parsed how many of them were not in the cache
    /// @param parsedBytes how many bytes these have
    public record Reading(int files, int parsed, long parsedBytes) {}

    /// What a version of a checkout says.
    ///
    /// @param checkout what it is called
    /// @param commit its commit; empty for a work tree
    /// @param files by path
    /// @param descriptions `package.json` and `tsconfig.json` files, by path
    CodeIndex(
            String checkout,
            String commit,
            Map<String, FileFacts> files,
            Map<String, LocatedJson> descriptions,
            Documents documents,
            List<CodeProblem> problems,
            Reading reading) {
        this.checkout = checkout;
        this.commit = commit;
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.descriptions = Collections.unmodifiableSortedMap(new TreeMap<>(descriptions));
        this.documents = documents;
        List<CodeProblem> all = new ArrayList<>(problems);
        all.addAll(documents.problems());
        this.problems = List.copyOf(all);
        this.reading = reading;
    }

    /// What the checkout is called.
    public String checkout() {
        return checkout;
    }

    /// The commit; empty for a work tree.
    public Optional<String> commit() {
        return commit.isEmpty() ? Optional.empty() : Optional.of(commit);
    }

    /// The facts of all source files, by path.
    public SortedMap<String, FileFacts> files() {
        return files;
    }

    /// `package.json` and `tsconfig.json` files that are valid, by path.
    public SortedMap<String, LocatedJson> descriptions() {
        return descriptions;
    }

    /// Documented sequences, routes and plugins.
    public Documents documents() {
        return documents;
    }

    /// What can't be read as it is meant to be.
    public List<CodeProblem> problems() {
        return problems;
    }

    /// How much was read to make it.
    public Reading reading() {
        return reading;
    }
}
