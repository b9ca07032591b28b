package com.ecamazon.shop;

import com.ecamazon.contract.shop.Catalogue.ProductPage;
import com.ecamazon.platform.bus.Encoded;
import com.ecamazon.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of products in JSON, all but the numbers of units, which are put in when they changed. */
final class EncodedPage {
    private static final byte[] START = "{\"items\":[".getBytes(StandardCharsets.UTF_8);

    private final List<Items.Part> parts;
    private final byte[] end;
    private final int[] shown;
    private @Nullable Encoded<ProductPage> encoded;
    private long revision = -1;

    private EncodedPage(List<Items.Part> parts, byte[] end) {
        this.parts = parts;
        this.end = end;
        this.shown = new int[parts.size()];
    }

    /** @param page without its items */
    static EncodedPage of(List<Items.Part> parts, ProductPage page) {
        var bare = Json.write(page);
        var end = new byte[bare.length - START.length];
        System.arraycopy(bare, START.length, end, 0, end.length);
        return new EncodedPage(parts, end);
    }

    Encoded<ProductPage> encoded(Availability availability) {
        var ready = encoded;
        if (ready != null && (revision == availability.revision() || !changed(availability))) {
            revision = availability.revision();
            return ready;
        }
        var made = new Encoded<ProductPage>(ProductPage.class, splice(availability));
        revision = availability.revision();
        encoded = made;
        return made;
    }

    private boolean changed(Availability availability) {
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] != availability.of(parts.get(i).sku())) {
                return true;
            }
        }
        return false;
    }

    private byte[] splice(Availability availability) {
        int length = START.length + end.length;
        for (int i = 0; i < shown.length; i++) {
            shown[i] = availability.of(parts.get(i).sku());
            length += parts.get(i).start().length + (shown[i] > 9 ? 3 : 2) + (i > 0 ? 1 : 0);
        }
        var bytes = new byte[length];
        int at = put(START, bytes, 0);
        for (int i = 0; i < shown.length; i++) {
            if (i > 0) {
                bytes[at++] = ',';
            }
            at = put(parts.get(i).start(), bytes, at);
            if (shown[i] > 9) {
                bytes[at++] = (byte) ('0' + shown[i] / 10);
            }
            bytes[at++] = (byte) ('0' + shown[i] % 10);
            bytes[at++] = '}';
        }
        put(end, bytes, at);
        return bytes;
    }

    private static int put(byte[] from, byte[] to, int at) {
        System.arraycopy(from, 0, to, at, from.length);
        return at + from.length;
    }
}
