package com.ecamazon.shop;

import com.ecamazon.shop.domain.CatalogueCategory;
import com.ecamazon.shop.domain.CatalogueProduct;
import com.ecamazon.shop.domain.CategoryTree;
import com.ecamazon.shop.search.Snapshot;
import com.ecamazon.shop.search.SnapshotWriter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue at hand: the current snapshot, replaced as a whole when something changes. Snapshots are made and searched on
 * worker threads; everything else is on the verticle's event loop.
 */
final class CatalogueMemory {
    private static final int WORKERS = 2;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final WorkerExecutor worker;
    private final SnapshotWriter writer = new SnapshotWriter();
    private final Map<String, CatalogueCategory> categories = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private List<CatalogueProduct> pending = new ArrayList<>();
    private boolean treeChanged;
    private Future<Void> building = Future.succeededFuture();
    private Snapshot snapshot = writer.next(List.of(), CategoryTree.EMPTY);

    CatalogueMemory(Vertx vertx) {
        worker = vertx.createSharedWorkerExecutor("shop-catalogue", WORKERS, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs on the event loop after each new snapshot. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Takes over what is newer than what is here; done when the snapshot shows it. */
    Future<Void> apply(Collection<CatalogueProduct> products, Collection<CatalogueCategory> changedCategories) {
        products.stream().filter(this::isNews).forEach(pending::add);
        for (var category : changedCategories) {
            var before = categories.get(category.entry().id());
            if (before == null || before.changed() < category.changed()) {
                categories.put(category.entry().id(), category);
                treeChanged = true;
            }
        }
        building = building.otherwiseEmpty().compose(done -> build());
        return building;
    }

    private boolean isNews(CatalogueProduct product) {
        var listed = snapshot.product(product.id());
        return listed == null ? !product.deleted() : listed.version() < product.changed();
    }

    private Future<Void> build() {
        if (pending.isEmpty() && !treeChanged) {
            return Future.succeededFuture();
        }
        var changes = pending;
        var tree = treeChanged ? tree() : snapshot.categories();
        pending = new ArrayList<>();
        treeChanged = false;
        return worker.executeBlocking(() -> writer.next(changes, tree), false).map(next -> {
            var before = snapshot;
            snapshot = next;
            before.release();
            listeners.forEach(Runnable::run);
            return null;
        });
    }

    private CategoryTree tree() {
        return new CategoryTree(categories.values().stream()
                .sorted(Comparator.comparingLong(CatalogueCategory::created)
                        .thenComparing(category -> category.entry().id()))
                .map(CatalogueCategory::entry)
                .toList());
    }

    /** Looks something up that takes longer than an event loop may be kept. */
    <T> Future<T> look(Function<Snapshot, T> at) {
        var now = snapshot;
        now.retain();
        return worker.<T>executeBlocking(() -> at.apply(now), false)
                .onComplete(done -> now.release())
                .map(found -> Objects.requireNonNull(found));
    }

    @Nullable
    CatalogueCategory category(String id) {
        return categories.get(id);
    }

    boolean hasCategory(String id) {
        return categories.containsKey(id);
    }
}
