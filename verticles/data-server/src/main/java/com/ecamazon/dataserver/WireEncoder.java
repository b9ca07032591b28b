package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes answers; documents that are to go out as they are stored go out as those bytes. */
final class WireEncoder extends MessageToByteEncoder<MongoMessage> {
    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
        out.writeIntLE(0)
                .writeIntLE(message.getHeader().getRequestID())
                .writeIntLE(message.getHeader().getResponseTo())
                .writeIntLE(OpCode.OP_MSG.getId())
                .writeIntLE(message.getFlags())
                .writeByte(MongoMessage.SECTION_KIND_BODY);
        try {
            document(message.getDocument(), out);
        } catch (RuntimeException e) {
            // Nobody would ever answer the client then.
            context.close();
            throw e;
        }
        out.setIntLE(0, out.writerIndex());
    }

    private static void document(Document document, ByteBuf out) {
        int start = open(out);
        for (Map.Entry<String, Object> field : document.entrySet()) {
            field(field.getKey(), field.getValue(), out);
        }
        close(start, out);
    }

    private static void field(String name, @Nullable Object value, ByteBuf out) {
        switch (value) {
            case RawDocument raw -> {
                Optional<byte[]> bytes = raw.canonical();
                if (bytes.isPresent()) {
                    name(BsonCursor.DOCUMENT, name, out);
                    out.writeBytes(bytes.get());
                } else {
                    field(name, raw.document(), out);
                }
            }
            case Document document -> {
                name(BsonCursor.DOCUMENT, name, out);
                document(document, out);
            }
            case Collection<?> elements -> {
                name(BsonCursor.ARRAY, name, out);
                int start = open(out);
                int index = 0;
                for (Object element : elements) {
                    field(Integer.toString(index++), element, out);
                }
                close(start, out);
            }
            case null, default -> {
                byte type = BsonEncoder.determineType(value);
                name(type, name, out);
                BsonEncoder.encodeValue(type, value, out);
            }
        }
    }

    private static void name(byte type, String name, ByteBuf out) {
        out.writeByte(type);
        ByteBufUtil.writeUtf8(out, name);
        out.writeByte(0);
    }

    private static int open(ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void close(int start, ByteBuf out) {
        out.writeByte(0);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
