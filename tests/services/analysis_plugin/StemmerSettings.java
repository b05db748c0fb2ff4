package consilium;

import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/** The setting "language" of the stock filter "stemmer". */
@AnalysisSettings
public interface StemmerSettings {
    @StringSetting(path = "language", defaultValue = "english")
    String language();
}
