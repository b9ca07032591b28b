package com.ecamazon.payment;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.PaymentNews;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Another domain: tells its news through a real outbox, and writes down what it hears of payments. */
final class Neighbour extends DomainVerticle {
    private final Queue<PaymentNews> heard = new ConcurrentLinkedQueue<>();
    private final Documents<Note> notes;
    private final List<Topic<?>> topics;

    record Note(String text) {}

    /** Hears all that is told to the domain. */
    Neighbour(Platform platform, Domain domain) {
        super(platform, domain);
        this.topics = Stream.of(PaymentContract.PAYMENTS, ShippingContract.PARCELS, ShippingContract.RETURNS)
                .filter(topic -> topic.subscribers().contains(domain))
                .<Topic<?>>map(topic -> topic)
                .toList();
        Database database = platform.database();
        this.notes = database.documents("notes", Note.class);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        topics.forEach(topic -> hear(bindings, topic));
    }

    private <E> void hear(Bindings bindings, Topic<E> topic) {
        bindings.subscribe(topic, event -> {
            if (event.data() instanceof PaymentNews news) {
                heard.add(news);
            }
            return Future.succeededFuture();
        });
    }

    /** Done when the news are kept; they are delivered from then on. */
    <E> Future<Void> tell(Topic<E> topic, E news) {
        Promise<Void> told = Promise.promise();
        context.runOnContext(_ -> notes.insert(Ids.timeOrdered(), new Note("news"), Write.PLAIN.news(topic, news))
                .<Void>mapEmpty()
                .onComplete(told));
        return told.future();
    }

    List<PaymentNews> heard() {
        return List.copyOf(heard);
    }
}
