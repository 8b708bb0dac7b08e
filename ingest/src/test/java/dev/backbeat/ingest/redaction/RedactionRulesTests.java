package dev.backbeat.ingest.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.ingest.redaction.RedactionRules.UserPattern;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionRulesTests {

    @Test
    void extraKeysAreSecretInEverySpelling() {
        Redactor redactor = Redactor.of(new RedactionRules(List.of("customerNumber", "zz"), List.of(), Set.of()));
        assertThat(redactor.redact(
                        "customer_number=fake1 {\"customerNumber\":\"fake2\"} Customer-Number: fake3 zz=fake4"))
                .isEqualTo("customer_number=***** {\"customerNumber\":\"*****\"} Customer-Number: ***** zz=*****");
        assertThat(redactor.redact("buzz=stays customerNumbers=12345")).isEqualTo("buzz=stays customerNumbers=12345");
    }

    @Test
    void extraPatternsMaskTheirFirstGroup() {
        Redactor redactor = withPattern(UserPattern.of("contract", "contract", "contract (\\d+)"));
        String text = "2 contract 123 and contract 45 but agreement 6\ncontract 7";
        assertThat(redactor.redact(text)).isEqualTo("2 contract *** and contract ** but agreement 6\ncontract *");
        assertThat(redactor.redact(redactor.redact(text))).isEqualTo(redactor.redact(text));
    }

    @Test
    void extraPatternsWithoutAGroupMaskTheWholeMatch() {
        Redactor redactor = withPattern(UserPattern.of("case", "CASE-", "[A-Z]CASE-\\d+"));
        assertThat(redactor.redact("xCASE-1 XCASE-22 é XCASE-3")).isEqualTo("xCASE-1 ******** é *******");
    }

    @Test
    void extraPatternsAreTriedOnEveryLineThatHasTheLiteral() {
        Redactor redactor = withPattern(UserPattern.of("tail", "END", "(\\d+) END"));
        assertThat(redactor.redact("123 END 4 END\r\nEND 5\n6 END")).isEqualTo("*** END * END\r\nEND 5\n* END");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key          | password=fake1
            cookie       | Cookie: sid=fake
            bearer       | sent Bearer fake0token1fake2
            jwt          | eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYWtlIn0.ZmFrZXNpZw
            vendor-token | AKIAFAKEFAKEFAKEFAKE
            private-key  | -----BEGIN PRIVATE KEY-----FAKE-----END PRIVATE KEY-----
            url-userinfo | https://fake:pass@host/
            mail         | jane@example.test
            card         | 4111111111111111
            phone        | +1 555 010 0199
            phone        | 555-010-0199
            phone        | tel:5550199
            ssn          | 123-45-6789
            iban         | DE89370400440532013000
            """)
    void aDisabledRuleMasksNothing(String rule, String text) {
        assertThat(Redactor.standard().redact(text)).contains("***");
        assertThat(Redactor.of(new RedactionRules(List.of(), List.of(), Set.of(rule)))
                        .redact(text))
                .isEqualTo(text);
    }

    @Test
    void saysWhichRuleIsWrong() {
        assertThatThrownBy(() -> new RedactionRules(List.of(), List.of(), Set.of("jtw")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("redaction rule `jtw` does not exist");
        assertThatThrownBy(() -> new RedactionRules(List.of("a b"), List.of(), Set.of()))
                .hasMessageContaining("`a b`");
        assertThatThrownBy(() -> UserPattern.of("mine", "abc", "(")).hasMessageContaining("`mine`");
        assertThatThrownBy(() -> UserPattern.of("mine", "ab", "ab")).hasMessageContaining("`mine`");
        assertThatThrownBy(() -> new UserPattern("mine", "abc", Pattern.compile("x*")))
                .hasMessageContaining("`mine`");
        assertThatThrownBy(() -> UserPattern.of("jwt", "abc", "abc")).hasMessageContaining("`jwt`");
        UserPattern pattern = UserPattern.of("mine", "abc", "abc");
        assertThatThrownBy(() -> new RedactionRules(List.of(), List.of(pattern, pattern), Set.of()))
                .hasMessage("redaction pattern `mine` is given twice");
    }

    private static Redactor withPattern(UserPattern pattern) {
        return Redactor.of(new RedactionRules(List.of(), List.of(pattern), Set.of()));
    }
}
