package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Alike;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether production does what is documented.
///
/// @param executions how many began
/// @param neverStarted how many were asked for and never began
/// @param cutOff how many did not end because their log does
/// @param undocumented how many are of sequences without a document
/// @param unsettled how many could not be compared because their document allows too much
/// @param retries how many beats came again because they had failed
/// @param sequences the documented sequences that ran, the least fitting first
/// @param variants what executions did, the most deviating first
/// @param allVariants how many variants there are
/// @param findings the most severe first
/// @param rules the rules that were checked, and how often
/// @param absence why nothing could be compared; empty where something was
/// @param topics those that were published to the most first
/// @param allTopics how many topics there are
/// @param model what was checked against a Petri net; absent where documents were asked
/// @param scores the documents with the variants laid over them, the least fitting first
public record Conformance(
        long executions,
        long neverStarted,
        long cutOff,
        long undocumented,
        long unsettled,
        long retries,
        List<SequenceLine> sequences,
        List<VariantLine> variants,
        long allVariants,
        List<Finding> findings,
        List<Checked> rules,
        String absence,
        List<TopicLine> topics,
        long allTopics,
        @Nullable Modelled model,
        List<Score> scores) {

    /// Copies.
    public Conformance {
        scores = List.copyOf(scores);
        sequences = List.copyOf(sequences);
        variants = List.copyOf(variants);
        findings = List.copyOf(findings);
        rules = List.copyOf(rules);
        topics = List.copyOf(topics);
    }

    /// Of documents.
    Conformance(
            long executions,
            long neverStarted,
            long cutOff,
            long undocumented,
            long unsettled,
            long retries,
            List<SequenceLine> sequences,
            List<VariantLine> variants,
            long allVariants,
            List<Finding> findings,
            List<Checked> rules,
            String absence,
            List<TopicLine> topics,
            long allTopics,
            List<Score> scores) {
        this(
                executions,
                neverStarted,
                cutOff,
                undocumented,
                unsettled,
                retries,
                sequences,
                variants,
                allVariants,
                findings,
                rules,
                absence,
                topics,
                allTopics,
                null,
                scores);
    }

    /// A sequence and how its executions fit.
    ///
    /// @param document where the first of its documents begins
    /// @param documents how many documents say something of their own
    /// @param conforming how many executions fit without a deviation
    /// @param deviations moves that deviate, over all executions
    /// @param worst how many would if the executions had nothing in common with the document
    /// @param alike the executions
    /// @param conform those without a deviation
    public record SequenceLine(
            String sequence,
            String name,
            CodePlace document,
            int documents,
            long executions,
            long conforming,
            int variants,
            long deviations,
            long worst,
            Alike alike,
            Alike conform) {}

    /// What executions of a sequence did.
    ///
    /// @param beats the beats, as people say them
    /// @param executions how many executions did it
    /// @param executionsOf how many executions the sequence has
    /// @param deviations what deviates, in words; empty where nothing does
    /// @param moves moves that deviate
    /// @param worst how many would if it had nothing in common with the document
    /// @param first the first execution that did it
    /// @param place where that begins
    /// @param alike all that did it
    public record VariantLine(
            String sequence,
            String beats,
            long executions,
            long executionsOf,
            String deviations,
            long moves,
            long worst,
            ExecutionId first,
            @Nullable Place place,
            Alike alike) {}

    /// A rule that was checked, and how often.
    public record Checked(String rule, long checks) {}

    /// A topic, as production, manifests and code have it.
    ///
    /// @param published how many messages were published to it
    /// @param withoutRoute how many of them took no route
    /// @param routes the routes that messages took
    /// @param documentedRoutes the routes that manifests document
    /// @param documents where a manifest has it
    /// @param publishers where code publishes to it
    /// @param subscribers where code subscribes to it
    /// @param documented whether a manifest has it, or there is none
    public record TopicLine(
            String topic,
            long published,
            long withoutRoute,
            List<String> routes,
            List<String> documentedRoutes,
            List<CodePlace> documents,
            List<CodePlace> publishers,
            List<CodePlace> subscribers,
            boolean documented) {

        /// The most published first.
        static final Comparator<TopicLine> ORDER = Comparator.comparingLong(TopicLine::published)
                .reversed()
                .thenComparing(line ->
                        line.publishers().isEmpty() && line.subscribers().isEmpty())
                .thenComparing(line -> line.documentedRoutes().isEmpty())
                .thenComparing(TopicLine::topic);

        /// Copies.
        public TopicLine {
            routes = List.copyOf(routes);
            documentedRoutes = List.copyOf(documentedRoutes);
            documents = List.copyOf(documents);
            publishers = List.copyOf(publishers);
            subscribers = List.copyOf(subscribers);
        }

        /// The same topic in two builds; of code the later one counts.
        TopicLine with(TopicLine later) {
            return new TopicLine(
                    topic,
                    published + later.published,
                    withoutRoute + later.withoutRoute,
                    joined(routes, later.routes),
                    joined(documentedRoutes, later.documentedRoutes),
                    later.documents.isEmpty() ? documents : later.documents,
                    later.publishers.isEmpty() ? publishers : later.publishers,
                    later.subscribers.isEmpty() ? subscribers : later.subscribers,
                    documented || later.documented);
        }

        private static List<String> joined(List<String> one, List<String> other) {
            return Stream.concat(one.stream(), other.stream()).distinct().toList();
        }
    }
}
