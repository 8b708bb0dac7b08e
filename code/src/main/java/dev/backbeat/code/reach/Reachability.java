package dev.backbeat.code.reach;

import dev.backbeat.code.SourceTree;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which functions of one version of the code can run: what ran, what the files name that are loaded by
/// themselves, and all that these lead to in turn.
///
/// Calls are followed by names, as in Feldthaus et al., *Efficient construction of approximate call graphs
/// for JavaScript IDE services* (ICSE 2013): an entry `a.b` means every function called `b` where what `a`
/// is can't be told. Names that are computed, objects that are handed on and modules that are loaded under
/// computed names count as ways, marked as [Way#isDynamic]. A function that has no way is named by nothing
/// that can run.
public final class Reachability {

    private final Search search;

    private Reachability(Search search) {
        this.search = search;
    }

    /// Searches a version.
    ///
    /// @param tree the files of the index
    /// @param ran functions that ran in production
    /// @param flows the documented sequences
    /// @param documents files that describe the system instead of being it: what they name runs only if a
    ///     sequence can be played
    /// @param isTest whether a file is of tests or tools, which do not run in production
    public static Reachability of(
            CodeIndex index,
            SourceTree tree,
            Collection<Symbol> ran,
            List<Flow> flows,
            Set<String> documents,
            Predicate<String> isTest) {
        Search search = new Search(index, new Sources(tree), flows, documents, isTest);
        search.run(ran);
        return new Reachability(search);
    }

    /// How code comes to a function; empty where nothing that can run names it.
    public Optional<Way> way(Symbol symbol) {
        return search.way(symbol);
    }

    /// How a sequence comes to be played; empty where nothing plays it.
    public Optional<Way> played(Flow flow) {
        return search.played(flow);
    }

    /// Whether a file is loaded.
    public boolean isLoaded(String path) {
        return search.isLoaded(path);
    }

    /// Whether modules are loaded, or entries taken, by names that nothing is known of: then only running
    /// code could tell all.
    public boolean isOpen() {
        return search.isOpen();
    }
}
