package dev.backbeat.analysis;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What an analysis is.
///
/// @param id stable, also its verb
/// @param question what it answers
/// @param method how, in one or two sentences
/// @param settings the record of its settings, whose components are `int`, `long`, `boolean`, `String` or
///     [FileValue]
public record AnalysisSpec<S extends Record>(String id, String question, String method, Class<S> settings) {

    /// A documented setting.
    public record SettingSpec(String name, String type, String description, String byDefault, String example) {}

    /// The settings, in order.
    public List<SettingSpec> settingSpecs() {
        return Arrays.stream(settings.getRecordComponents())
                .map(AnalysisSpec::describe)
                .toList();
    }

    /// The settings with these values and defaults for all others.
    ///
    /// @throws BackbeatException when there is no such setting or a value is none
    public S settingsOf(Map<String, String> values) {
        List<SettingSpec> specs = settingSpecs();
        List<String> names = specs.stream().map(SettingSpec::name).toList();
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw BackbeatException.withHint(
                        ErrorCode.USAGE,
                        "`%s` has no setting `%s`".formatted(id, name),
                        "it has " + String.join(", ", names));
            }
        }
        RecordComponent[] components = settings.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            SettingSpec spec = specs.get(i);
            types[i] = components[i].getType();
            arguments[i] = parse(spec, types[i], values.getOrDefault(spec.name(), spec.byDefault()));
        }
        return construct(types, arguments);
    }

    private S construct(Class<?>[] types, Object[] arguments) {
        try {
            Constructor<S> constructor = settings.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IllegalArgumentException) {
                throw BackbeatException.withHint(
                                ErrorCode.USAGE,
                                String.valueOf(cause.getMessage()),
                                settingSpecs().stream()
                                        .map(setting -> "`--%s %s`".formatted(setting.name(), setting.example()))
                                        .collect(Collectors.joining(", ", "examples are ", "")))
                        .causedBy(cause);
            }
            throw BackbeatException.of(ErrorCode.INTERNAL, "the settings of `%s` can't be made".formatted(id))
                    .causedBy(e);
        }
    }

    private static SettingSpec describe(RecordComponent component) {
        Setting setting = Objects.requireNonNull(component.getAnnotation(Setting.class), component.getName());
        return new SettingSpec(
                component.getName(),
                component.getType().getSimpleName(),
                setting.description(),
                setting.byDefault(),
                setting.example());
    }

    private static Object parse(SettingSpec spec, Class<?> type, String value) {
        try {
            if (type == int.class) {
                return Integer.valueOf(value);
            }
            if (type == long.class) {
                return Long.valueOf(value);
            }
            if (type == FileValue.class) {
                return FileValue.of(value);
            }
            return type == boolean.class ? (Object) Boolean.valueOf(value) : value;
        } catch (NumberFormatException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` is no value for `%s`".formatted(value, spec.name()),
                            "an example is `%s`".formatted(spec.example()))
                    .causedBy(e);
        }
    }
}
