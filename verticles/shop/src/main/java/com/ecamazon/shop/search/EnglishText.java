package com.ecamazon.shop.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** English words to stems: without case, accents, possessives and the commonest words. */
final class EnglishText extends Analyzer {
    private static final int MOST_WORDS = 12;

    private final int weight;

    /** @param weight how many times each word counts */
    EnglishText(int weight) {
        this.weight = weight;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        var folded = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
        var stems = new PorterStemFilter(new StopFilter(folded, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
        return new TokenStreamComponents(words, new Weighing(stems, weight));
    }

    /** Makes each word count as if it stood there several times. */
    private static final class Weighing extends TokenFilter {
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final int weight;

        Weighing(TokenStream words, int weight) {
            super(words);
            this.weight = weight;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            frequency.setTermFrequency(weight);
            return true;
        }
    }

    /** The first different stems of a text. */
    List<String> stems(String text) {
        var stems = new LinkedHashSet<String>();
        try (var stream = tokenStream("query", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stems.size() < MOST_WORDS && stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(stems);
    }
}
