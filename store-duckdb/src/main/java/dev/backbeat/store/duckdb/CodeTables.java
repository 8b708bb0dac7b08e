package dev.backbeat.store.duckdb;

import dev.backbeat.store.CodeFacts;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// The tables of what the code says. They are few and small, so they hold their texts as they are.
final class CodeTables {

    private static final RecordTable<CodeFacts.Checkout> CHECKOUTS =
            new RecordTable<>("facts.code_checkouts", CodeFacts.Checkout.class);
    private static final RecordTable<CodeFacts.Mapping> MAPPINGS =
            new RecordTable<>("facts.code_mappings", CodeFacts.Mapping.class);
    private static final RecordTable<CodeFacts.BeatHandler> BEAT_HANDLERS =
            new RecordTable<>("facts.code_beat_handlers", CodeFacts.BeatHandler.class);
    private static final RecordTable<CodeFacts.DocumentedBeat> DOCUMENTED_BEATS =
            new RecordTable<>("facts.code_documented_beats", CodeFacts.DocumentedBeat.class);
    private static final RecordTable<CodeFacts.Rename> RENAMES =
            new RecordTable<>("facts.code_renames", CodeFacts.Rename.class);
    private static final RecordTable<CodeFacts.Problem> PROBLEMS =
            new RecordTable<>("facts.code_problems", CodeFacts.Problem.class);
    private static final RecordTable<CodeFacts.Route> ROUTES =
            new RecordTable<>("facts.code_routes", CodeFacts.Route.class);
    private static final RecordTable<CodeFacts.TopicUse> TOPIC_USES =
            new RecordTable<>("facts.code_topic_uses", CodeFacts.TopicUse.class);

    private static final RecordTable<CodeFacts.KnownHandler> KNOWN_HANDLERS =
            new RecordTable<>("facts.code_known_handlers", CodeFacts.KnownHandler.class);
    private static final RecordTable<CodeFacts.HandlerTest> HANDLER_TESTS =
            new RecordTable<>("facts.code_handler_tests", CodeFacts.HandlerTest.class);

    private CodeTables() {}

    static List<String> definitions() {
        return List.of(
                CHECKOUTS.definition(),
                MAPPINGS.definition(),
                BEAT_HANDLERS.definition(),
                DOCUMENTED_BEATS.definition(),
                RENAMES.definition(),
                PROBLEMS.definition(),
                ROUTES.definition(),
                TOPIC_USES.definition(),
                KNOWN_HANDLERS.definition(),
                HANDLER_TESTS.definition());
    }

    static void replace(DuckDBConnection connection, CodeFacts facts) throws SQLException {
        CHECKOUTS.replace(connection, facts.checkouts());
        MAPPINGS.replace(connection, facts.mappings());
        BEAT_HANDLERS.replace(connection, facts.beatHandlers());
        DOCUMENTED_BEATS.replace(connection, facts.documentedBeats());
        RENAMES.replace(connection, facts.renames());
        PROBLEMS.replace(connection, facts.problems());
        ROUTES.replace(connection, facts.routes());
        TOPIC_USES.replace(connection, facts.topicUses());
        KNOWN_HANDLERS.replace(connection, facts.knownHandlers());
        HANDLER_TESTS.replace(connection, facts.handlerTests());
    }
}
