package consilium;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The stock filter "stemmer" for its English languages, which the server of the integration tests leaves out. */
@NamedComponent("stemmer")
public class Stemmer implements TokenFilterFactory {
    private final String language;

    @Inject
    public Stemmer(StemmerSettings settings) {
        this.language = settings.language();
    }

    @Override
    public TokenStream create(TokenStream input) {
        switch (language) {
            case "possessive_english":
                return new EnglishPossessiveFilter(input);
            case "light_english":
                return new KStemFilter(input);
            case "porter2":
                return new SnowballFilter(input, new EnglishStemmer());
            case "english":
                return new PorterStemFilter(input);
            default:
                throw new IllegalArgumentException("language not known to the test plugin: " + language);
        }
    }

    @Override
    public TokenStream normalize(TokenStream input) {
        return input;
    }
}
