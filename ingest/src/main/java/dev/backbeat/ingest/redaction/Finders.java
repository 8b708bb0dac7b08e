package dev.backbeat.ingest.redaction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which finders work for which rules, and in which lane of the sieve.
final class Finders {

    private final RedactionRules rules;
    private final Map<Lane, List<Finder>> byLane = new EnumMap<>(Lane.class);

    private Finders(RedactionRules rules) {
        this.rules = rules;
    }

    static Map<Lane, List<Finder>> of(RedactionRules rules) {
        Finders finders = new Finders(rules);
        finders.keys();
        finders.tokens();
        finders.persons();
        finders.numbers();
        finders.user();
        return finders.byLane;
    }

    private void keys() {
        add(RedactionRule.KEY, Lane.LONG_KEY, new KeyFinder(Lane.LONG_KEY, KeyWord.LONG));
        add(RedactionRule.KEY, Lane.SHORT_KEY, new KeyFinder(Lane.SHORT_KEY, KeyWord.ENDING_IN_KEY));
        add(RedactionRule.KEY, Lane.PIN, new KeyFinder(Lane.PIN, KeyWord.PIN));
        add(RedactionRule.KEY, Lane.SSN_KEY, new KeyFinder(Lane.SSN_KEY, KeyWord.SSN));
        add(RedactionRule.COOKIE, Lane.COOKIE, new KeyFinder(Lane.COOKIE, KeyWord.COOKIES));
    }

    private void tokens() {
        add(RedactionRule.BEARER, Lane.SCHEME, new SchemeFinder());
        add(RedactionRule.VENDOR_TOKEN, Lane.VENDOR, new VendorFinder(Lane.VENDOR, VendorFinder.DISTINCT));
        add(RedactionRule.VENDOR_TOKEN, Lane.VENDOR_DASH, new VendorFinder(Lane.VENDOR_DASH, VendorFinder.SHORT));
        add(RedactionRule.VENDOR_TOKEN, Lane.JWT, new VendorFinder(Lane.VENDOR_DASH, VendorFinder.SHORT));
        add(RedactionRule.JWT, Lane.JWT, new JwtFinder());
        add(RedactionRule.PRIVATE_KEY, Lane.URL, new PrivateKeyFinder());
    }

    private void persons() {
        add(RedactionRule.URL_USERINFO, Lane.URL, new UserinfoFinder());
        add(RedactionRule.MAIL, Lane.MAIL, new MailFinder());
        add(RedactionRule.PHONE, Lane.PHONE, new PhoneFinder());
        add(RedactionRule.PHONE, Lane.URL, new TelFinder());
    }

    private void numbers() {
        add(RedactionRule.PHONE, Lane.HYPHENATED, new UsPhoneFinder());
        add(RedactionRule.SSN, Lane.HYPHENATED, new SsnFinder());
        add(RedactionRule.CARD, Lane.CARD, new CardFinder());
        add(RedactionRule.CARD, Lane.COOKIE, new CardFinder());
        add(RedactionRule.IBAN, Lane.IBAN, new IbanFinder());
    }

    private void user() {
        if (!rules.extraKeys().isEmpty()) {
            put(Lane.USER, new KeyFinder(Lane.USER, KeyWord.ofUser(rules.extraKeys())));
        }
        for (int i = 0; i < rules.extraPatterns().size(); i++) {
            put(Lane.USER, new PatternFinder(rules.extraPatterns().get(i), i));
        }
    }

    private void add(RedactionRule rule, Lane lane, Finder finder) {
        if (rules.enabled(rule)) {
            put(lane, finder);
        }
    }

    private void put(Lane lane, Finder finder) {
        byLane.computeIfAbsent(lane, absent -> new ArrayList<>()).add(finder);
    }
}
