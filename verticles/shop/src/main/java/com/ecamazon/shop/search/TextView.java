package com.ecamazon.shop.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds products by words in the index as it was at one moment. Most words must match; where hardly anything does, words that
 * look alike count as well, and where nothing does, half of the words are enough.
 */
final class TextView {
    /** With fewer hits than this the words are read more freely. */
    private static final int FEW = 3;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final EnglishText english;

    TextView(DirectoryReader reader, EnglishText english) {
        this.reader = reader;
        this.english = english;
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /** How well each product matches, by slot; 0 where it does not. */
    float[] scores(String words, int slots) {
        try {
            return find(english.stems(words), slots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much each product's words are like these, by slot; any word may match. */
    float[] likeness(String words, int slots) {
        var any = new BooleanQuery.Builder();
        english.stems(words).forEach(stem -> any.add(exact(stem), Occur.SHOULD));
        try {
            return search(any.build(), slots).scores();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float[] find(List<String> stems, int slots) throws IOException {
        if (stems.isEmpty()) {
            return new float[slots];
        }
        var strict = search(most(stems.stream().map(TextView::exact).toList()), slots);
        if (strict.hits() >= FEW) {
            return strict.scores();
        }
        var lookalikes = new Lookalikes(reader);
        var freely = new ArrayList<Query>();
        for (int i = 0; i < stems.size(); i++) {
            freely.add(freely(stems.get(i), lookalikes.of(stems.get(i), i == stems.size() - 1)));
        }
        var tolerant = search(most(freely), slots);
        if (tolerant.hits() > 0 || stems.size() == 1) {
            return tolerant.scores();
        }
        return search(atLeast((stems.size() + 1) / 2, freely), slots).scores();
    }

    private Hits search(Query query, int slots) throws IOException {
        return searcher.search(query, new Hits.Collecting(slots));
    }

    private static Query exact(String stem) {
        return new TermQuery(new Term(TextIndex.WORDS, stem));
    }

    private static Query freely(String stem, List<Lookalikes.Lookalike> lookalikes) {
        var query = new BooleanQuery.Builder().add(exact(stem), Occur.SHOULD);
        for (var lookalike : lookalikes) {
            query.add(new BoostQuery(exact(lookalike.stem()), lookalike.weight()), Occur.SHOULD);
        }
        return query.build();
    }

    /** One of three to five words may be missing, and a fifth of more; those that have all come first by their score. */
    private static Query most(List<Query> words) {
        int many = words.size();
        return atLeast(many < 3 ? many : many < 6 ? many - 1 : many * 4 / 5, words);
    }

    private static Query atLeast(int many, List<Query> words) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(many);
        words.forEach(word -> query.add(word, Occur.SHOULD));
        return query.build();
    }

    void retain() {
        reader.incRef();
    }

    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
