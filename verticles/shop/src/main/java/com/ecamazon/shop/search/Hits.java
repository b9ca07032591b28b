package com.ecamazon.shop.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Gathers the score of every product found. */
final class Hits extends SimpleCollector {
    private final float[] scores;
    private int hits;
    private @Nullable Scorable scorer;
    private @Nullable NumericDocValues slot;

    private Hits(int slots) {
        scores = new float[slots];
    }

    int hits() {
        return hits;
    }

    float[] scores() {
        return scores;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        slot = DocValues.getNumeric(context.reader(), TextIndex.SLOT);
    }

    @Override
    public void setScorer(Scorable leafScorer) {
        scorer = leafScorer;
    }

    @Override
    public void collect(int document) throws IOException {
        var slots = Objects.requireNonNull(slot);
        if (slots.advanceExact(document)) {
            scores[(int) slots.longValue()] = Objects.requireNonNull(scorer).score();
            hits++;
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    /** One collector is enough: an uncached query runs on one thread. */
    record Collecting(int slots) implements CollectorManager<Hits, Hits> {
        @Override
        public Hits newCollector() {
            return new Hits(slots);
        }

        @Override
        public Hits reduce(Collection<Hits> all) {
            return all.iterator().next();
        }
    }
}
