package com.ecamazon.shop.search;

import com.ecamazon.contract.ProductId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The words of all products, in Lucene's memory, for BM25F (Robertson, Zaragoza and Taylor, CIKM 2004). Its fields with
 * weights are one field here in which a word of the title counts several times: the same scores as of a combined-field query,
 * at a tenth of its cost. Written by one thread; its views are read by any.
 */
final class TextIndex implements AutoCloseable {
    static final String ID = "id";
    static final String SLOT = "slot";
    static final String WORDS = "words";

    /** Better than 3 by people's judgements of real products, and about as good as more; see RelevanceTest. */
    private static final int TITLE_WEIGHT = 5;

    private static final FieldType COUNTED = counted();

    // Lucene warns of a JVM module that only vector search would use; a logger is forgotten unless it is held.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private final EnglishText english = new EnglishText(1);
    private final EnglishText titles = new EnglishText(TITLE_WEIGHT);
    private final IndexWriter writer;

    TextIndex() {
        try {
            writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig(english)
                            .setMergeScheduler(new SerialMergeScheduler())
                            .setCommitOnClose(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indexes a product, again if it was there. */
    void put(Listing product) {
        var entry = product.entry();
        var id = entry.id().value();
        var document = new Document();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new NumericDocValuesField(SLOT, product.slot()));
        document.add(new Field(WORDS, titles.tokenStream(WORDS, entry.title()), COUNTED));
        document.add(new Field(WORDS, rest(product), COUNTED));
        try {
            writer.updateDocument(new Term(ID, id), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a word occurs is all that is asked; where it stands is not. */
    private static FieldType counted() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    private static String rest(Listing product) {
        var entry = product.entry();
        var text = new StringBuilder()
                .append(Objects.requireNonNullElse(entry.brand(), ""))
                .append('\n')
                .append(Objects.requireNonNullElse(entry.description(), ""))
                .append('\n');
        Objects.requireNonNull(entry.attributes()).forEach((name, value) -> {
            if (!value.equals("No")) {
                text.append(name).append(' ').append(value).append('\n');
            }
        });
        for (var variant : entry.variants()) {
            Objects.requireNonNull(variant.options())
                    .values()
                    .forEach(value -> text.append(value).append('\n'));
        }
        return text.toString();
    }

    void remove(ProductId id) {
        try {
            writer.deleteDocuments(new Term(ID, id.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is indexed up to now. */
    TextView view() {
        try {
            return new TextView(DirectoryReader.open(writer), english);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
