package dev.backbeat.ingest.redaction;

import java.util.HashMap;
import java.util.Map;

/// International bank account numbers, ISO 13616: a country's length and the check of ISO 7064 (MOD 97-10).
final class IbanFinder implements Finder {

    private static final ByteSet CAPITAL = ByteSet.UPPER.or(ByteSet.DIGIT);
    private static final Map<String, Integer> LENGTHS = lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21"
            + " CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22"
            + " IL23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 MU30 NL18 NO15 PK24 PL28"
            + " PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VG24 XK20");

    @Override
    public void announce(Sieve.Builder sieve) {
        ByteSet after = CAPITAL.or(ByteSet.of(" "));
        sieve.at(Lane.IBAN, ByteSet.UPPER, ByteSet.UPPER, ByteSet.DIGIT, ByteSet.DIGIT)
                .at(Lane.IBAN, ByteSet.UPPER, ByteSet.DIGIT, ByteSet.DIGIT, after);
    }

    @Override
    public int mask(Window text, int at) {
        int start = text.has(ByteSet.DIGIT, at + 1) ? at - 1 : at;
        if (text.has(ByteSet.GLUE, start - 1)
                || !text.has(ByteSet.UPPER, start)
                || !text.has(ByteSet.UPPER, start + 1)) {
            return 0;
        }
        int length = LENGTHS.getOrDefault(text.latin(start, start + 2), 0);
        int remainder = 0;
        int end = start;
        StringBuilder account = new StringBuilder();
        while (account.length() < length) {
            boolean gap = text.at(end) == ' ' && account.length() % 4 == 0 && account.length() > 0;
            end = gap ? end + 1 : end;
            if (!text.has(CAPITAL, end)) {
                return 0;
            }
            account.append((char) text.at(end++));
        }
        for (int i = 0; i < length; i++) {
            int value = Character.digit(account.charAt((i + 4) % length), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return length > 0 && remainder == 1 && Numbers.endsHere(text, end) ? text.mask(start, end) : 0;
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : table.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
