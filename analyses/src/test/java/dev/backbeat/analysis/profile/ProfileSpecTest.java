package dev.backbeat.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.backbeat.model.BackbeatException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileSpecTest {

    @Test
    void everySettingIsDocumentedAndHasADefault() {
        var spec = new ProfileAnalysis().spec();
        assertThat(spec.settingSpecs()).isNotEmpty().allSatisfy(setting -> {
            assertThat(setting.description()).isNotBlank();
            assertThat(spec.settingsOf(Map.of(setting.name(), setting.example())))
                    .isNotNull();
        });
        assertThat(spec.settingsOf(Map.of()).top()).isEqualTo(10);
    }

    @Test
    void wrongSettingsAreNamed() {
        var spec = new ProfileAnalysis().spec();
        assertThatExceptionOfType(BackbeatException.class)
                .isThrownBy(() -> spec.settingsOf(Map.of("tpo", "3")))
                .withMessage("`profile` has no setting `tpo`");
        assertThatExceptionOfType(BackbeatException.class).isThrownBy(() -> spec.settingsOf(Map.of("top", "many")));
        assertThatExceptionOfType(BackbeatException.class).isThrownBy(() -> spec.settingsOf(Map.of("top", "0")));
    }
}
