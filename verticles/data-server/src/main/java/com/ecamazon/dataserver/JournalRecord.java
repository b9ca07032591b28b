package com.ecamazon.dataserver;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * The form of a record: length and CRC-32C of its body, then the body, a sequence of steps.
 *
 * <p>A table is a number in the file; the first record that uses it tells its name.
 */
final class JournalRecord {
    static final int HEADER = 8;
    /** A step's kind and table. */
    private static final int STEP = 5;

    private static final byte NAME = 1;
    private static final byte PUT = 2;
    private static final byte REMOVE = 3;
    private static final byte DROP = 4;

    private final BitSet named = new BitSet();

    void write(List<Batch.Change> changes, ByteBuf out) {
        int start = begin(out);
        for (Batch.Change change : changes) {
            name(change.table(), out);
            byte[] value = change.value();
            out.writeByte(value == null ? REMOVE : PUT).writeInt(change.table().number());
            bytes(change.key(), out);
            if (value != null) {
                bytes(value, out);
            }
        }
        end(start, out);
    }

    void writeDrop(Table table, ByteBuf out) {
        int start = begin(out);
        name(table, out);
        out.writeByte(DROP).writeInt(table.number());
        end(start, out);
    }

    /** Such a record is no longer than this. */
    static long most(List<Batch.Change> changes) {
        long bytes = HEADER;
        for (Batch.Change change : changes) {
            byte[] value = change.value();
            bytes += mostOfName(change.table()) + STEP + 4 + change.key().length;
            bytes += value == null ? 0 : 4 + value.length;
        }
        return bytes;
    }

    static long most(Table table) {
        return HEADER + mostOfName(table) + STEP;
    }

    private static long mostOfName(Table table) {
        return STEP + 4 + 3L * table.name().length();
    }

    private static int begin(ByteBuf out) {
        int start = out.writerIndex();
        out.writeLong(0);
        return start;
    }

    private static void end(int start, ByteBuf out) {
        int length = out.writerIndex() - start - HEADER;
        out.setInt(start, length);
        out.setInt(start + 4, checksum(out, start + HEADER, length));
    }

    private void name(Table table, ByteBuf out) {
        if (!named.get(table.number())) {
            named.set(table.number());
            out.writeByte(NAME).writeInt(table.number());
            bytes(table.name().getBytes(StandardCharsets.UTF_8), out);
        }
    }

    private static void bytes(byte[] bytes, ByteBuf out) {
        out.writeInt(bytes.length).writeBytes(bytes);
    }

    static int checksum(ByteBuf in, int index, int length) {
        CRC32C crc = new CRC32C();
        crc.update(in.nioBuffer(index, length));
        return (int) crc.getValue();
    }

    /** Does the steps of one body again; {@code numbers} carries the names from record to record. */
    static void replay(ByteBuf body, Map<Integer, Table> numbers, Function<String, Table> tables) {
        while (body.isReadable()) {
            byte step = body.readByte();
            int number = body.readInt();
            if (step == NAME) {
                numbers.put(number, tables.apply(new String(bytes(body), StandardCharsets.UTF_8)));
                continue;
            }
            Table table = numbers.get(number);
            if (table == null) {
                throw new DataServerException("The journal names no table " + number + ".");
            }
            switch (step) {
                case PUT -> table.map().put(bytes(body), bytes(body));
                case REMOVE -> table.map().remove(bytes(body));
                case DROP -> table.map().clear();
                default -> throw new DataServerException("The journal has an unknown step " + step + ".");
            }
        }
    }

    private static byte[] bytes(ByteBuf in) {
        byte[] bytes = new byte[in.readInt()];
        in.readBytes(bytes);
        return bytes;
    }
}
