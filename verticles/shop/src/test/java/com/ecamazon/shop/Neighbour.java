package com.ecamazon.shop;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Consumer;

/** Another domain next to the Shop: tells its news through a real outbox, hears and serves what a test wants. */
final class Neighbour extends DomainVerticle {
    private final Documents<Note> notes;
    private final Consumer<Bindings> binding;

    record Note(String text) {}

    Neighbour(Platform platform, Domain domain, Consumer<Bindings> binding) {
        super(platform, domain);
        this.binding = binding;
        notes = platform.database().documents("notes", Note.class);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        binding.accept(bindings);
    }

    /** Done when the news is kept; it is delivered from then on. */
    <E> Future<Void> tell(Topic<E> topic, E news) {
        Promise<Void> told = Promise.promise();
        context.runOnContext(_ -> notes.insert(Ids.timeOrdered(), new Note("news"), Write.PLAIN.news(topic, news))
                .<Void>mapEmpty()
                .onComplete(told));
        return told.future();
    }
}
