package com.ecamazon.shop.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Words of the index that a shopper may have meant: one or two letters off, or begun with what was typed. */
final class Lookalikes {
    private static final int MOST = 6;
    private static final int MOST_READ = 200;
    private static final float BEGUN = 0.5f;

    private final IndexReader reader;

    Lookalikes(IndexReader reader) {
        this.reader = reader;
    }

    /**
     * A word and how much it counts beside the one that was typed.
     *
     * @param frequency in how many products it is
     */
    record Lookalike(String stem, float weight, int frequency) {
        Lookalike likelier(Lookalike other) {
            return weight >= other.weight ? this : other;
        }
    }

    /** The likeliest words for a stem; the last word of a search may be unfinished. */
    List<Lookalike> of(String stem, boolean last) throws IOException {
        var found = new HashMap<String, Lookalike>();
        var terms = MultiTerms.getTerms(reader, TextIndex.WORDS);
        if (terms != null) {
            misspelt(stem, terms).forEach(one -> found.put(one.stem(), one));
            if (last && stem.length() >= 2) {
                begun(stem, terms).forEach(one -> found.merge(one.stem(), one, Lookalike::likelier));
            }
        }
        found.remove(stem);
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Lookalike::weight)
                        .thenComparingInt(Lookalike::frequency)
                        .reversed()
                        .thenComparing(Lookalike::stem))
                .limit(MOST)
                .toList();
    }

    private static List<Lookalike> misspelt(String stem, Terms terms) throws IOException {
        var found = new ArrayList<Lookalike>();
        // A model number that is nearly the same is another model.
        if (stem.length() >= 4 && stem.chars().noneMatch(Character::isDigit)) {
            int edits = stem.length() < 8 ? 1 : 2;
            var alike = new FuzzyTermsEnum(terms, new Term(TextIndex.WORDS, stem), edits, 1, true);
            while (found.size() < MOST_READ && alike.next() != null) {
                found.add(new Lookalike(alike.term().utf8ToString(), alike.getBoost(), alike.docFreq()));
            }
        }
        return found;
    }

    private static List<Lookalike> begun(String stem, Terms terms) throws IOException {
        var start = new BytesRef(stem);
        var found = new ArrayList<Lookalike>();
        var term = terms.iterator();
        boolean more = term.seekCeil(start) != TermsEnum.SeekStatus.END;
        while (more && found.size() < MOST_READ && startsWith(term.term(), start)) {
            found.add(new Lookalike(term.term().utf8ToString(), BEGUN, term.docFreq()));
            more = term.next() != null;
        }
        return found;
    }

    private static boolean startsWith(BytesRef term, BytesRef start) {
        return term.length >= start.length && new BytesRef(term.bytes, term.offset, start.length).bytesEquals(start);
    }
}
