package dev.backbeat.ingest.vocabulary.conductor;

import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.matching.MessagePattern;
import dev.backbeat.ingest.matching.PatternIndex;
import java.util.ArrayList;
import java.util.List;

/// The vocabulary of `musical-conductor`.
public final class ConductorVocabulary implements Vocabulary {

    private final List<EventRules.EventRule> eventRules = EventRules.all();
    private final List<TroubleRules.TextRule> textRules = TroubleRules.load();
    private final List<Rule> rules = new ArrayList<>();
    private final PatternIndex index;

    /// Reads the rules.
    public ConductorVocabulary() {
        List<MessagePattern> patterns = new ArrayList<>();
        for (EventRules.EventRule rule : eventRules) {
            patterns.add(rule.pattern());
            rules.add(new Rule(rule.name(), true));
        }
        for (TroubleRules.TextRule rule : textRules) {
            patterns.add(rule.pattern());
            rules.add(new Rule(rule.name(), rule.kind() != TroubleRules.Kind.SILENT));
        }
        rules.add(new Rule("echo", false));
        this.index = PatternIndex.of(patterns);
    }

    @Override
    public String id() {
        return "conductor";
    }

    @Override
    public List<Rule> rules() {
        return List.copyOf(rules);
    }

    @Override
    public Reader reader() {
        return new ConductorReader(index, eventRules, textRules);
    }
}
