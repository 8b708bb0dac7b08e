package dev.backbeat.mapping;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.CodeFacts;
import dev.backbeat.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Maps all that a store holds to checkouts, and writes what it found into the store.
public final class StoreMapper {

    private final Indexer indexer;

    /// A mapper whose indexes an indexer makes.
    public StoreMapper(Indexer indexer) {
        this.indexer = indexer;
    }

    /// Maps everything again; logs are not read.
    ///
    /// @param checkouts folders
    /// @return what was written
    public CodeFacts map(Store store, List<Path> checkouts) {
        return map(store, checkouts, List.of());
    }

    /// Maps everything again, and replaces what coverage tools said.
    ///
    /// @param checkouts folders
    /// @param reports of coverage tools; none to keep what is known
    /// @return what was written
    public CodeFacts map(Store store, List<Path> checkouts, List<NamedReport> reports) {
        List<Checkout> open = new ArrayList<>();
        try {
            for (Path root : distinct(checkouts)) {
                open.add(new Checkout(root, indexer));
            }
            Pass pass = new Pass(open);
            CodeFacts facts = pass.run(new StoredNames(store));
            store.replaceCode(facts);
            if (!reports.isEmpty()) {
                store.replaceCoverage(CoverageRows.of(pass.newest(), reports));
            }
            return facts;
        } finally {
            open.forEach(Checkout::close);
        }
    }

    /// Of two names of one folder the first: otherwise all that is in it would be there twice.
    private static Collection<Path> distinct(List<Path> checkouts) {
        Map<Path, Path> byPlace = new LinkedHashMap<>();
        for (Path root : checkouts) {
            try {
                byPlace.putIfAbsent(root.toRealPath(), root);
            } catch (IOException e) {
                byPlace.putIfAbsent(root, root);
            }
        }
        return byPlace.values();
    }

    /// One run over all builds.
    private static final class Pass {

        private final List<Checkout> checkouts;
        private final List<CodeFacts.Checkout> versions = new ArrayList<>();
        private final List<CodeFacts.Mapping> mappings = new ArrayList<>();
        private final List<CodeFacts.BeatHandler> beatHandlers = new ArrayList<>();
        private final List<CodeFacts.DocumentedBeat> documentedBeats = new ArrayList<>();
        private final Set<CodeFacts.Problem> problems = new LinkedHashSet<>();
        private final List<CodeFacts.Route> routes = new ArrayList<>();
        private final List<CodeFacts.TopicUse> topicUses = new ArrayList<>();
        private final List<Renames.Mapped> mapped = new ArrayList<>();
        private final List<CodeFacts.KnownHandler> knownHandlers = new ArrayList<>();
        private final List<CodeFacts.HandlerTest> handlerTests = new ArrayList<>();
        private StoredNames.Build newest = new StoredNames.Build(null, null);
        /// Many builds may be of one version.
        private final Map<CodeIndex, CodeVersion> known = new IdentityHashMap<>();

        Pass(List<Checkout> checkouts) {
            this.checkouts = checkouts;
        }

        CodeFacts run(StoredNames names) {
            for (StoredNames.Build build : names.builds()) {
                one(build, names);
            }
            if (!names.builds().isEmpty()) {
                takeStock(newest(names.builds()), names);
            }
            return new CodeFacts(
                    versions,
                    mappings,
                    beatHandlers,
                    documentedBeats,
                    Renames.of(mapped, checkouts),
                    List.copyOf(problems),
                    routes,
                    topicUses,
                    knownHandlers,
                    handlerTests);
        }

        /// The build that ran last, unless its commit is known to be older than that of another one.
        private StoredNames.Build newest(List<StoredNames.Build> builds) {
            StoredNames.Build last = builds.getLast();
            for (StoredNames.Build build : builds) {
                String commit = last.commit();
                String other = build.commit();
                if (commit != null
                        && other != null
                        && !other.equals(commit)
                        && checkouts.stream().anyMatch(checkout -> checkout.isBefore(commit, other))) {
                    last = build;
                }
            }
            return last;
        }

        /// The versions that the newest build ran; where nothing was read yet, those that are checked out.
        List<CodeIndex> newest() {
            return checkouts.stream()
                    .map(checkout ->
                            checkout.version(newest.label(), newest.commit()).index())
                    .toList();
        }

        /// What handlers there are, in the newest build alone: what an older one had is no question of today.
        private void takeStock(StoredNames.Build build, StoredNames names) {
            newest = build;
            Set<HandlerKey> seen = new LinkedHashSet<>();
            mapped.forEach(one -> seen.addAll(one.mappings().keySet()));
            List<Checkout.Version> newestVersions = checkouts.stream()
                    .map(checkout -> checkout.version(build.label(), build.commit()))
                    .toList();
            List<CodeVersion> code = newestVersions.stream()
                    .map(version -> known.computeIfAbsent(version.index(), CodeVersion::new))
                    .toList();
            HandlerMapper mapper = new HandlerMapper(new CodeVersions(code));
            List<Inventory> inventories = new ArrayList<>();
            for (int i = 0; i < checkouts.size(); i++) {
                Checkout.Version version = newestVersions.get(i);
                Inventory inventory =
                        Inventory.of(code.get(i), checkouts.get(i), version, mapper, seen, names.played());
                inventories.add(inventory);
                handlerTests.addAll(HandlerTests.of(
                        build,
                        inventory,
                        code.get(i),
                        version.index().documents().audits()));
            }
            if (!inventories.isEmpty()) {
                knownHandlers.addAll(new KnownHandlers(build, mapper, seen).of(inventories));
            }
        }

        private void one(StoredNames.Build build, StoredNames names) {
            List<CodeIndex> indexes = new ArrayList<>();
            for (Checkout checkout : checkouts) {
                Checkout.Version version = checkout.version(build.label(), build.commit());
                indexes.add(version.index());
                versions.add(row(build, checkout, version));
                for (CodeProblem problem : version.index().problems()) {
                    problems.add(row(version, problem));
                }
            }
            List<CodeVersion> code = indexes.stream()
                    .map(index -> known.computeIfAbsent(index, CodeVersion::new))
                    .toList();
            for (CodeVersion version : code) {
                routes.addAll(TopicRows.routes(build, version.index()));
                topicUses.addAll(TopicRows.uses(build, version));
            }
            HandlerMapper mapper = new HandlerMapper(new CodeVersions(code));
            DocumentedBeats documented = mapper.documentedBeats();
            Set<HandlerKey> keys = new LinkedHashSet<>(names.handlers(build));
            for (StoredNames.BeatKind beat : names.beats(build)) {
                Optional<HandlerKey> handler =
                        documented.handler(beat.sequence(), beat.plugin(), beat.event(), beat.number());
                Optional<HandlerKey> seen = beat.handler();
                Optional<HandlerKey> chosen = handler.or(() -> seen);
                chosen.ifPresent(key -> {
                    // The log may name the plugin that runs the handler otherwise than the document does.
                    HandlerKey observed = seen.filter(other -> other.handler().equals(key.handler())
                                    && other.sequence().equals(key.sequence()))
                            .orElse(key);
                    keys.add(observed);
                    beatHandlers.add(row(build, beat, observed, handler.isPresent() ? "document" : "log"));
                });
            }
            for (DocumentedBeats.Placed placed : documented.sequences()) {
                documentedBeats.addAll(DocumentRows.of(build, placed));
            }
            Map<HandlerKey, HandlerMapping> ofBuild = new LinkedHashMap<>();
            for (HandlerKey key : keys) {
                HandlerMapping mapping = mapper.map(key);
                ofBuild.put(key, mapping);
                mappings.add(row(build, mapping));
            }
            mapped.add(new Renames.Mapped(build, indexes, ofBuild));
        }

        private static CodeFacts.Checkout row(StoredNames.Build build, Checkout checkout, Checkout.Version version) {
            CodeIndex index = version.index();
            return new CodeFacts.Checkout(
                    build.label(),
                    build.commit(),
                    index.checkout(),
                    checkout.root().toString(),
                    version.commit(),
                    version.reason(),
                    index.files().size(),
                    index.files().values().stream()
                            .mapToInt(file -> file.functions().size())
                            .sum(),
                    index.documents().sequences().size());
        }

        private static CodeFacts.Problem row(Checkout.Version version, CodeProblem problem) {
            return new CodeFacts.Problem(
                    version.index().checkout(),
                    version.commit(),
                    problem.kind().name().toLowerCase(Locale.ROOT),
                    problem.path(),
                    problem.line(),
                    problem.message());
        }

        private static CodeFacts.BeatHandler row(
                StoredNames.Build build, StoredNames.BeatKind beat, HandlerKey key, String source) {
            return new CodeFacts.BeatHandler(
                    build.label(),
                    build.commit(),
                    beat.sequence(),
                    beat.event(),
                    beat.number(),
                    key.plugin(),
                    key.sequence(),
                    key.handler(),
                    source);
        }

        private static CodeFacts.Mapping row(StoredNames.Build build, HandlerMapping mapping) {
            HandlerMapping.Found found = mapping.found();
            CodePlace place = found == null ? null : found.place();
            HandlerKey key = mapping.handler();
            return new CodeFacts.Mapping(
                    build.label(),
                    build.commit(),
                    key.plugin(),
                    key.sequence(),
                    key.handler(),
                    place == null ? null : place.checkout(),
                    place == null ? null : place.commit(),
                    place == null ? null : place.path(),
                    place == null ? 0 : place.line(),
                    place == null ? 0 : place.endLine(),
                    found == null ? null : found.symbol().qualifiedName(),
                    found == null ? 0 : found.symbol().bodyHash(),
                    mapping.strategy(),
                    mapping.confidence(),
                    mapping.reason(),
                    candidates(mapping));
        }

        private static @Nullable String candidates(HandlerMapping mapping) {
            return mapping.candidates().isEmpty()
                    ? null
                    : mapping.candidates().stream().map(CodePlace::toString).collect(Collectors.joining(", "));
        }
    }
}
