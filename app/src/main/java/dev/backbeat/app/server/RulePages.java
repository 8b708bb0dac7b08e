package dev.backbeat.app.server;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The pages of rules.
final class RulePages {

    private RulePages() {}

    static Reply of(String id) {
        try (InputStream page = id.matches("[A-Z]+[0-9]+")
                ? RulePages.class.getResourceAsStream("/dev/backbeat/app/rules/" + id + ".md")
                : null) {
            if (page == null) {
                throw BackbeatException.withHint(
                        ErrorCode.NOT_FOUND, "there is no such rule", "rules are called as EXEC001 is");
            }
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("id", id);
            rule.put("markdown", new String(page.readAllBytes(), StandardCharsets.UTF_8));
            return Reply.json(rule);
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.ENVIRONMENT, "the page of a rule can't be read")
                    .causedBy(e);
        }
    }
}
