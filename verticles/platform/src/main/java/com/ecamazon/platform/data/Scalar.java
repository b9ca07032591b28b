package com.ecamazon.platform.data;

import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** Values without parts. A number is read from any numeric type that holds it, for a component may have been another before. */
enum Scalar implements Shape {
    INT {
        @Override
        public void write(BsonWriter out, Object value) {
            out.writeInt32((Integer) value);
        }

        @Override
        public Object read(BsonReader in) {
            return Math.toIntExact(whole(in));
        }
    },
    LONG {
        @Override
        public void write(BsonWriter out, Object value) {
            out.writeInt64((Long) value);
        }

        @Override
        public Object read(BsonReader in) {
            return whole(in);
        }
    },
    DOUBLE {
        @Override
        public void write(BsonWriter out, Object value) {
            out.writeDouble((Double) value);
        }

        @Override
        public Object read(BsonReader in) {
            return switch (in.getCurrentBsonType()) {
                case INT32 -> (double) in.readInt32();
                case INT64 -> (double) in.readInt64();
                default -> in.readDouble();
            };
        }
    },
    FLAG {
        @Override
        public void write(BsonWriter out, Object value) {
            out.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(BsonReader in) {
            return in.readBoolean();
        }
    },
    /** To the millisecond. */
    DATE {
        @Override
        public void write(BsonWriter out, Object value) {
            out.writeDateTime(((Instant) value).toEpochMilli());
        }

        @Override
        public Object read(BsonReader in) {
            return Instant.ofEpochMilli(in.readDateTime());
        }
    };

    private static long whole(BsonReader in) {
        return switch (in.getCurrentBsonType()) {
            case INT32 -> in.readInt32();
            case DOUBLE -> (long) in.readDouble();
            default -> in.readInt64();
        };
    }
}
