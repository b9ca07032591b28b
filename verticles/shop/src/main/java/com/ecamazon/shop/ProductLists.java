package com.ecamazon.shop;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.shop.Catalogue.Item;
import com.ecamazon.contract.shop.Catalogue.ProductPage;
import com.ecamazon.contract.shop.Catalogue.ProductsQuery;
import com.ecamazon.contract.shop.Catalogue.Sort;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.bus.Encoded;
import com.ecamazon.shop.search.Mark;
import com.ecamazon.shop.search.Ranking;
import com.ecamazon.shop.search.Search;
import com.ecamazon.shop.search.SearchFilter;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Serves lists of products. What a query finds is kept until the catalogue changes, and so is each page in its encoded form:
 * asked again, only the numbers of units are put in.
 */
final class ProductLists {
    private static final int RANKINGS_KEPT = 128;
    private static final int PAGES_KEPT = 1_000;
    private static final int CURSOR_PARTS = 4;

    private final CatalogueMemory memory;
    private final Availability availability;
    private final Items items;
    private final Recent<SearchFilter, Ranking> rankings = new Recent<>(RANKINGS_KEPT);
    private final Recent<ProductsQuery, EncodedPage> pages = new Recent<>(PAGES_KEPT);
    private final Map<SearchFilter, Future<Ranking>> searching = new HashMap<>();

    ProductLists(CatalogueMemory memory, Availability availability, Items items) {
        this.memory = memory;
        this.availability = availability;
        this.items = items;
        memory.onChange(() -> {
            rankings.clear();
            pages.clear();
            searching.clear();
        });
    }

    Future<Encoded<ProductPage>> page(ProductsQuery query) {
        var ready = pages.get(query);
        if (ready != null) {
            return Future.succeededFuture(ready.encoded(availability));
        }
        var filter = SearchFilter.of(query);
        var mark = query.cursor() == null ? null : mark(query.cursor(), filter.sort());
        return ranking(filter).map(ranking -> {
            var page = page(ranking, filter, mark, Objects.requireNonNull(query.limit()));
            if (ranking.isOf(memory.snapshot())) {
                pages.put(query, page);
            }
            return page.encoded(availability);
        });
    }

    private Future<Ranking> ranking(SearchFilter filter) {
        var known = rankings.get(filter);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        var under = searching.get(filter);
        if (under != null) {
            return under;
        }
        var search = memory.look(snapshot -> Search.of(snapshot, filter));
        searching.put(filter, search);
        return search.onComplete(done -> {
            searching.remove(filter, search);
            if (done.succeeded() && done.result().isOf(memory.snapshot())) {
                rankings.put(filter, done.result());
            }
        });
    }

    private EncodedPage page(Ranking ranking, SearchFilter filter, @Nullable Mark after, int limit) {
        int from = after == null ? 0 : ranking.after(after);
        int to = Math.min(ranking.total(), from + limit);
        var parts = new ArrayList<Items.Part>(to - from);
        for (int place = from; place < to; place++) {
            parts.add(items.part(ranking.product(place)));
        }
        var next = to < ranking.total() ? cursor(ranking.mark(to - 1), filter.sort()) : null;
        return EncodedPage.of(parts, new ProductPage(List.<Item>of(), ranking.facets(), ranking.total(), next));
    }

    private static String cursor(Mark mark, Sort sort) {
        return Cursor.of(sort, mark.number(), mark.text(), mark.id());
    }

    private static Mark mark(String cursor, Sort sort) {
        var parts = Cursor.parts(cursor, CURSOR_PARTS);
        try {
            if (parts.get(0).equals(sort.name())) {
                return new Mark(Long.parseLong(parts.get(1)), parts.get(2), parts.get(3));
            }
        } catch (NumberFormatException e) {
            // Falls through: not one of ours.
        }
        throw new InvalidRequest("/cursor", "cursor belongs to no page of this list");
    }
}
