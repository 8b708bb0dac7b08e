package dev.backbeat.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Numbers;
import dev.backbeat.model.Reference;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Severity;
import dev.backbeat.model.Time;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// How the records of exhibits look in JSON: the model has no annotations of its own. The kind of a value
/// is the name of its record in lower case, without the `To` of references; so are the names of enums.
/// What the log does not say is `null`.
final class ExhibitModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    /// Beyond it, JavaScript rounds.
    private static final long LARGEST_SAFE = (1L << 53) - 1;

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}

    interface Dense {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Reference> references();
    }

    /// @param forPages whether browsers read it
    ExhibitModule(boolean forPages) {
        super("exhibits");
        kinds(Exhibit.class);
        kinds(Exhibit.Document.Block.class);
        kinds(Cell.Value.class);
        kinds(Reference.class);
        addSerializer(SessionId.class, ToStringSerializer.instance);
        addSerializer(ExecutionId.class, ToStringSerializer.instance);
        addSerializer(Exhibit.Column.Kind.class, new LowerCase());
        addSerializer(Exhibit.Matrix.Quantity.class, new LowerCase());
        addSerializer(Lanes.LaneKind.class, new LowerCase());
        addSerializer(Numbers.class, new Column(forPages));
        addSerializer(Severity.class, new LowerCase());
        addSerializer(Finding.class, new FindingJson(forPages));
        addSerializer(Long.class, new Whole(forPages));
        addSerializer(long.class, new Whole(forPages));
        if (forPages) {
            setMixInAnnotation(Cell.class, Dense.class);
        }
    }

    private void kinds(Class<?> sealed) {
        setMixInAnnotation(sealed, Kinds.class);
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            String name = kind.getSimpleName().replaceFirst("^To(?=[A-Z])", "");
            registerSubtypes(new NamedType(kind, name.toLowerCase(Locale.ROOT)));
        }
    }

    private static final class LowerCase extends StdSerializer<Enum<?>> {

        LowerCase() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }

    private static final class Column extends StdSerializer<Numbers> {

        private final Whole whole;

        Column(boolean safe) {
            super(Numbers.class);
            this.whole = new Whole(safe);
        }

        @Override
        public void serialize(Numbers column, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (int i = 0; i < column.size(); i++) {
                whole.serialize(column.at(i), json, context);
            }
            json.writeEndArray();
        }
    }

    private static final class Whole extends StdSerializer<Long> {

        private final boolean safe;

        Whole(boolean safe) {
            super(Long.class);
            this.safe = safe;
        }

        @Override
        public void serialize(Long value, JsonGenerator json, SerializationContext context) {
            if (!Time.isKnown(value)) {
                json.writeNull();
            } else if (safe && (value > LARGEST_SAFE || value < -LARGEST_SAFE)) {
                json.writeString(value.toString());
            } else {
                json.writeNumber(value);
            }
        }
    }
}
