package dev.backbeat.output.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.model.SessionId;
import java.io.Serial;
import java.util.Locale;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// How the records of exhibits look in JSON: the model has no annotations of its own. The kind of a value is the name
/// of its record in lower case, without the `To` of references.
final class ExhibitModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}

    ExhibitModule() {
        super("exhibits");
        kinds(Exhibit.class);
        kinds(Cell.Value.class);
        kinds(Reference.class);
        addSerializer(SessionId.class, ToStringSerializer.instance);
        addSerializer(ExecutionId.class, ToStringSerializer.instance);
    }

    private void kinds(Class<?> sealed) {
        setMixInAnnotation(sealed, Kinds.class);
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            String name = kind.getSimpleName().replaceFirst("^To(?=[A-Z])", "");
            registerSubtypes(new NamedType(kind, name.toLowerCase(Locale.ROOT)));
        }
    }
}
