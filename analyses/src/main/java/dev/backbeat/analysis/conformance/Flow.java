package dev.backbeat.analysis.conformance;

import dev.backbeat.model.CodePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sequence as one document describes it.
///
/// @param sequence its id
/// @param name what people call it
/// @param plugin who owns it, absent where the document does not say
/// @param beats over all movements, in order
record Flow(String sequence, String name, @Nullable String plugin, List<Beat> beats) {

    Flow {
        beats = List.copyOf(beats);
    }

    /// A beat of a document.
    ///
    /// @param number as the document says it, -1 where it says none
    /// @param event the event it emits, absent where the document names none
    /// @param handler its handler, absent where the document names none
    /// @param parallel the group of beats that run side by side, empty where it stands alone
    /// @param place where the document says it
    /// @param title what the document calls it, empty where it does not say
    /// @param movement what the document calls its movement, empty where it does not say
    record Beat(
            int number,
            @Nullable String event,
            @Nullable String handler,
            boolean optional,
            String parallel,
            CodePlace place,
            String title,
            String movement) {

        Beat(
                int number,
                @Nullable String event,
                @Nullable String handler,
                boolean optional,
                String parallel,
                CodePlace place) {
            this(number, event, handler, optional, parallel, place, "", "");
        }

        /// The beat as people say it.
        String name() {
            String told = event == null ? handler : event;
            String numbered = number < 0 ? "" : Integer.toString(number);
            if (told == null) {
                return numbered;
            }
            return numbered.isEmpty() ? told : numbered + " " + told;
        }
    }

    /// What the beats are called in the net: alike only where the document tells them apart by nothing.
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (Beat beat : beats) {
            labels.add(label(beat));
        }
        return labels;
    }

    private String label(Beat beat) {
        if (beat.event() == null) {
            return "#" + beat.number();
        }
        return numbersOf(beat.event()).size() > 1 ? beat.event() + "#" + beat.number() : beat.event();
    }

    /// What an observed beat is called in the net. A beat that the document does not have is called by its
    /// event.
    String labelOf(Seen.Beat seen) {
        if (seen.event().isEmpty()) {
            return beats.stream()
                    .filter(beat -> beat.number() == seen.number() && (seen.number() >= 0 || beat.event() == null))
                    .findFirst()
                    .map(this::label)
                    .orElse("#" + seen.number());
        }
        Set<Integer> numbers = numbersOf(seen.event());
        if (numbers.size() > 1) {
            int number = numbers.contains(seen.number())
                    ? seen.number()
                    : numbers.stream().min(Integer::compare).get();
            return seen.event() + "#" + number;
        }
        boolean byNumber = numbers.isEmpty()
                && beats.stream().anyMatch(beat -> beat.event() == null && beat.number() == seen.number());
        return byNumber ? "#" + seen.number() : seen.event();
    }

    private Set<Integer> numbersOf(String event) {
        Set<Integer> numbers = new HashSet<>();
        for (Beat beat : beats) {
            if (event.equals(beat.event())) {
                numbers.add(beat.number());
            }
        }
        return numbers;
    }

    /// What it says, without where it says it: documents that say the same are one.
    Object said() {
        return beats.stream()
                .map(beat ->
                        Arrays.asList(beat.number(), beat.event(), beat.handler(), beat.optional(), beat.parallel()))
                .toList();
    }
}
