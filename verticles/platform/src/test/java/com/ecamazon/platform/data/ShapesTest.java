package com.ecamazon.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Sku;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.json.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
    enum Colour {
        DARK_RED,
        BLUE {
            @Override
            public String toString() {
                return "a constant with a body";
            }
        }
    }

    sealed interface Move {
        record Step(int paces, Instant at) implements Move {}

        sealed interface Jump extends Move {}

        record High(double metres) implements Jump {}

        record Stop() implements Move {}
    }

    record Everything(
            String text,
            Sku sku,
            Colour colour,
            int whole,
            long large,
            double broken,
            boolean flag,
            Instant at,
            Integer boxed,
            Money nested,
            Move move,
            List<Move> moves,
            List<Money> records,
            List<Instant> dates,
            Set<Colour> colours,
            Map<String, String> texts,
            Map<Sku, Money> bySku,
            Map<Colour, Integer> byColour,
            List<List<Integer>> rows,
            @Nullable String noText,
            @Nullable Long noNumber,
            @Nullable Instant noDate,
            @Nullable Money noRecord,
            @Nullable Move noMove) {}

    record Few(
            String text,
            int whole,
            long large,
            @Nullable Instant at,
            @Nullable List<String> list) {}

    record Painted(Colour colour) {}

    record Unknown(Object anything) {}

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final Everything EVERYTHING = new Everything(
            "Grüße \"quoted\" \\ 数",
            new Sku("SKU-1"),
            Colour.BLUE,
            -7,
            8,
            2,
            true,
            AT,
            9,
            Money.eur(1999),
            new Move.High(1.5),
            List.of(new Move.Step(3, AT), new Move.Stop()),
            List.of(Money.eur(1), Money.eur(2)),
            List.of(AT, Instant.parse("1969-12-31T23:59:59.999Z")),
            Set.of(Colour.DARK_RED),
            Map.of("a.b", "c"),
            Map.of(new Sku("SKU-2"), Money.eur(3)),
            Map.of(Colour.DARK_RED, 4),
            List.of(List.of(1, 2), List.of()),
            null,
            null,
            null,
            null,
            null);

    private static final String STORED = """
            {"text": "Grüße \\"quoted\\" \\\\ 数", "sku": "SKU-1", "colour": "blue",
             "whole": {"$numberInt": "-7"}, "large": {"$numberLong": "8"}, "broken": {"$numberDouble": "2.0"},
             "flag": true, "at": {"$date": {"$numberLong": "1767323045678"}}, "boxed": {"$numberInt": "9"},
             "nested": {"amount": {"$numberLong": "1999"}, "currency": "EUR"},
             "move": {"type": "High", "metres": {"$numberDouble": "1.5"}},
             "moves": [{"type": "Step", "paces": {"$numberInt": "3"}, "at": {"$date": {"$numberLong": "1767323045678"}}},
                       {"type": "Stop"}],
             "records": [{"amount": {"$numberLong": "1"}, "currency": "EUR"}, {"amount": {"$numberLong": "2"}, "currency": "EUR"}],
             "dates": [{"$date": {"$numberLong": "1767323045678"}}, {"$date": {"$numberLong": "-1"}}],
             "colours": ["dark_red"], "texts": {"a.b": "c"},
             "bySku": {"SKU-2": {"amount": {"$numberLong": "3"}, "currency": "EUR"}},
             "byColour": {"dark_red": {"$numberInt": "4"}}, "rows": [[{"$numberInt": "1"}, {"$numberInt": "2"}], []],
             "noText": null, "noNumber": null, "noDate": null, "noRecord": null, "noMove": null}""";

    private static BsonDocument written(Object value, Class<?> declared) {
        var bytes = new BsonBytes();
        Shapes.of(declared).write(bytes, value);
        return new RawBsonDocument(bytes.array(), 0, bytes.size());
    }

    private static Object read(BsonDocument document, Class<?> declared) {
        return Untyped.read(new BsonDocumentReader(document)).as(Shapes.of(declared));
    }

    @Test
    void write_everyKindOfValue_hasItsBsonTypeAndIsReadBack() {
        var document = written(EVERYTHING, Everything.class);
        assertThat(document).isEqualTo(BsonDocument.parse(STORED));
        assertThat(List.copyOf(document.keySet()))
                .as("in the order of the components")
                .isEqualTo(List.copyOf(BsonDocument.parse(STORED).keySet()));
        assertThat(read(document, Everything.class)).isEqualTo(EVERYTHING);
    }

    @Test
    void write_finerThanMillis_isCutToMillis() {
        var few = new Few("a", 1, 2, AT.plusNanos(999_999), null);
        assertThat(read(written(few, Few.class), Few.class)).isEqualTo(new Few("a", 1, 2, AT, null));
    }

    @Test
    void read_otherComponentsThanDeclared_takesWhatIsThere() {
        var document = BsonDocument.parse(
                "{\"gone\": {\"a\": [1]}, \"list\": [\"b\", null], \"text\": \"a\", \"whole\": null}");
        var list = Stream.of("b", (String) null).toList();
        assertThat(read(document, Few.class)).isEqualTo(new Few("a", 0, 0, null, list));
    }

    @Test
    void read_numberOfAnotherType_isTheSameNumber() {
        var document = BsonDocument.parse(
                "{\"text\": \"a\", \"whole\": {\"$numberLong\": \"5\"}, \"large\": {\"$numberInt\": \"6\"}}");
        assertThat(read(document, Few.class)).isEqualTo(new Few("a", 5, 6, null, null));
    }

    @Test
    void read_variantOrConstantNobodyKnows_fails() {
        assertThatThrownBy(() -> read(BsonDocument.parse("{\"type\": \"Roll\"}"), Move.class))
                .hasMessageContaining("Roll");
        assertThatThrownBy(() -> read(BsonDocument.parse("{\"colour\": \"green\"}"), Painted.class))
                .hasMessageContaining("green");
    }

    @Test
    void read_valueOfAnotherType_fails() {
        assertThatThrownBy(() -> read(BsonDocument.parse("{\"text\": 1}"), Few.class))
                .hasMessageContaining("INT32");
    }

    @Test
    void read_unknownComponentsOfAllTypes_arePassedOver() {
        var document = BsonDocument.parse("""
                {"a": {"$oid": "0123456789abcdef01234567"}, "b": {"$numberDecimal": "1.5"}, "c": {"$timestamp": {"t": 1, "i": 2}},
                 "d": {"$binary": {"base64": "AAEC", "subType": "00"}}, "e": {"$symbol": "s"}, "f": {"$code": "x"},
                 "g": {"$code": "x", "$scope": {"y": 1}}, "h": {"$minKey": 1}, "i": {"$maxKey": 1}, "j": {"$undefined": true},
                 "k": true, "l": 1, "m": {"$numberLong": "1"}, "n": 1.5, "o": "text", "p": {"q": {}}, "r": [1, []],
                 "s": {"$date": {"$numberLong": "1"}}, "t": null, "colour": "blue"}""");
        assertThat(read(document, Painted.class)).isEqualTo(new Painted(Colour.BLUE));
    }

    @Test
    void of_kindThatHasNoForm_fails() {
        assertThatThrownBy(() -> Shapes.of(Unknown.class)).hasMessageContaining("cannot be stored");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void read_eventOfAnyTopic_isWhatWasWritten(Class<?> event) {
        for (var variant : Json.variants(event)) {
            var sample = Samples.of(variant);
            assertThat(read(written(sample, event), event)).isEqualTo(sample);
        }
    }

    private static Stream<Class<?>> topics() {
        return Contracts.TOPICS.stream().map(topic -> topic.event());
    }
}
