package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests of one connection.
 *
 * <p>Brief ones are done on the event loop, the others on a worker. The answer to a journaled write is sent by the thread
 * that kept it, so no thread waits for a file. Drivers send the next request on a connection after the answer to the last.
 */
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    /** By which drivers see a server that is away; whether the command was done is open. */
    private static final int SHUTDOWN_IN_PROGRESS = 91;

    private final DocumentBackend backend;
    private final Store store;
    private final Executor workers;
    private int answers;

    RequestHandler(DocumentBackend backend, Store store, Executor workers) {
        this.backend = backend;
        this.store = store;
        this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        MessageHeader header = new MessageHeader(++answers, request.getHeader().getRequestID());
        switch (request) {
            // The first greeting of a driver; all else comes as messages.
            case MongoQuery query -> {
                Document command = query.getQuery();
                Document answer = answer(() -> backend.handleCommand(
                        context.channel(),
                        query.getDatabaseName(),
                        command.keySet().iterator().next(),
                        command));
                context.writeAndFlush(new MongoReply(header, List.of(answer), 0));
            }
            case MongoMessage message -> {
                if (Request.brief(message.getDocument())) {
                    handle(context, header, message);
                } else {
                    workers.execute(() -> handle(context, header, message));
                }
            }
            default -> throw new IllegalArgumentException("unknown request " + request.getClass());
        }
    }

    private void handle(ChannelHandlerContext context, MessageHeader header, MongoMessage message) {
        Document answer = answer(() -> backend.handleMessage(message));
        if (Request.changes(message.getDocument())) {
            // Who is answered later asks for the next thing later.
            store.whenRoom(() -> send(context, header, message, answer));
        } else {
            send(context, header, message, answer);
        }
    }

    private void send(ChannelHandlerContext context, MessageHeader header, MongoMessage message, Document answer) {
        if (!Request.journaled(message.getDocument())) {
            context.writeAndFlush(new MongoMessage(message.getChannel(), header, answer));
            return;
        }
        store.kept().whenComplete((_, failure) -> {
            Document kept = failure == null || OutOfSpace.saidBy(answer)
                    ? answer
                    : failed(SHUTDOWN_IN_PROGRESS, "the journal can't be written");
            context.writeAndFlush(new MongoMessage(message.getChannel(), header, kept));
        });
    }

    private static Document answer(Supplier<Document> command) {
        try {
            return command.get();
        } catch (MongoServerError e) {
            Document answer = failed(e.getCode(), e.getMessageWithoutErrorCode());
            answer.putIfNotNull("codeName", e.getCodeName());
            return answer;
        } catch (MongoServerException e) {
            return failed(8, e.getMessageWithoutErrorCode());
        } catch (MVStoreException e) {
            LOG.error("The data file can't be used; only a new start can help", e);
            return failed(SHUTDOWN_IN_PROGRESS, "the data file can't be used: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A command failed in a way that nobody foresaw", e);
            return failed(8, "internal error: " + e);
        }
    }

    private static Document failed(int code, String message) {
        return new Document("ok", 0).append("errmsg", message).append("code", code);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A connection failed", cause);
        context.close();
    }
}
