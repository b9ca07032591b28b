package com.ecamazon.platform.data;

import java.time.Instant;

/** Values without parts. */
enum Scalar implements Shape {
    INT {
        @Override
        public void write(BsonBytes out, Object value) {
            out.writeInt((Integer) value);
        }

        @Override
        public Object read(BsonCursor in) {
            return Math.toIntExact(in.whole());
        }
    },
    LONG {
        @Override
        public void write(BsonBytes out, Object value) {
            out.writeLong((Long) value);
        }

        @Override
        public Object read(BsonCursor in) {
            return in.whole();
        }
    },
    DOUBLE {
        @Override
        public void write(BsonBytes out, Object value) {
            out.writeDouble((Double) value);
        }

        @Override
        public Object read(BsonCursor in) {
            return in.broken();
        }
    },
    FLAG {
        @Override
        public void write(BsonBytes out, Object value) {
            out.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(BsonCursor in) {
            return in.flag();
        }
    },
    /** To the millisecond. */
    DATE {
        @Override
        public void write(BsonBytes out, Object value) {
            out.writeDate(((Instant) value).toEpochMilli());
        }

        @Override
        public Object read(BsonCursor in) {
            return Instant.ofEpochMilli(in.epochMillis());
        }
    };
}
