package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads messages, and leaves the documents that are to be written as the bytes they came in. */
final class WireDecoder extends MongoWireProtocolHandler {
    private static final int HEADER = 16;
    private static final int CHECKSUM_PRESENT = 1;
    /** Where documents to be written come in, by command. */
    private static final Map<String, String> WRITTEN = Map.of("insert", "documents", "update", "updates");

    @Override
    protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        int start = in.readerIndex();
        if (in.readableBytes() < HEADER || in.getIntLE(start + 12) != OpCode.OP_MSG.getId()) {
            return super.decode(context, in);
        }
        int length = in.getIntLE(start);
        if (length > MAX_MESSAGE_SIZE_BYTES || length <= HEADER + 4) {
            throw new IOException("a message of " + length + " bytes");
        }
        if (in.readableBytes() < length) {
            return null;
        }
        byte[] message = new byte[length];
        in.readBytes(message);
        MessageHeader header =
                new MessageHeader(length, BsonCursor.integer(message, 4), BsonCursor.integer(message, 8));
        return new MongoMessage(context.channel(), header, command(message));
    }

    private static Document command(byte[] message) throws IOException {
        int flags = BsonCursor.integer(message, HEADER);
        if ((flags & ~CHECKSUM_PRESENT) != 0) {
            throw new IOException("a message with flags " + flags);
        }
        int end = message.length - (flags == CHECKSUM_PRESENT ? 4 : 0);
        Document body = null;
        Map<String, List<RawDocument>> sequences = new HashMap<>(2);
        int at = HEADER + 4;
        while (at < end) {
            int section = at + 1;
            int length = BsonCursor.integer(message, section);
            if (length < 5 || length > end - section) {
                throw new IOException("a section of " + length + " bytes");
            }
            at = section + length;
            if (message[section - 1] == MongoMessage.SECTION_KIND_BODY && body == null) {
                body = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(message, section, length));
            } else if (message[section - 1] == MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE) {
                int name = section + 4;
                int documents = name;
                while (message[documents] != 0) {
                    documents++;
                }
                sequences.put(
                        new String(message, name, documents - name, StandardCharsets.UTF_8),
                        documents(message, documents + 1, at));
            } else {
                throw new IOException("a section that doesn't belong there");
            }
        }
        return joined(body, sequences);
    }

    private static List<RawDocument> documents(byte[] message, int from, int to) throws IOException {
        if (from >= to) {
            throw new IOException("a section without documents");
        }
        List<RawDocument> documents = new ArrayList<>();
        for (int at = from; at < to; ) {
            int length = to - at < 5 ? 0 : BsonCursor.integer(message, at);
            if (length < 5 || length > to - at) {
                throw new IOException("a document of " + length + " bytes");
            }
            documents.add(RawDocument.received(message, at, at + length));
            at += length;
        }
        return documents;
    }

    private static Document joined(@Nullable Document body, Map<String, List<RawDocument>> sequences)
            throws IOException {
        if (body == null || body.isEmpty()) {
            throw new IOException("a message without a command");
        }
        String command = body.keySet().iterator().next();
        boolean ours = !"admin".equals(body.get("$db"));
        for (Map.Entry<String, List<RawDocument>> sequence : sequences.entrySet()) {
            boolean raw = ours && sequence.getKey().equals(WRITTEN.get(command));
            List<?> documents = raw
                    ? sequence.getValue()
                    : sequence.getValue().stream().map(RawDocument::document).toList();
            if (body.put(sequence.getKey(), documents) != null) {
                throw new IOException("the documents came twice");
            }
        }
        return body;
    }
}
