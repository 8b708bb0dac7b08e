package dev.backbeat.app;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.output.RuleText;
import dev.backbeat.output.RuleTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The pages of rules, which are resources.
///
/// @param pages the address of the folder that they are published in; empty where nobody said
record RuleFiles(String pages) implements RuleTexts {

    @Override
    public Optional<RuleText> of(String rule) {
        if (!rule.matches("[A-Z]+[0-9]+")) {
            return Optional.empty();
        }
        try (InputStream in = RuleFiles.class.getResourceAsStream("/dev/backbeat/app/rules/" + rule + ".md")) {
            if (in == null) {
                return Optional.empty();
            }
            String page = pages.isEmpty() ? "" : pages + (pages.endsWith("/") ? "" : "/") + rule + ".md";
            return Optional.of(RuleText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8), page));
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.ENVIRONMENT, "the page of `%s` can't be read".formatted(rule))
                    .causedBy(e);
        }
    }
}
