package com.ecamazon.contract;

/**
 * A place on earth (WGS 84).
 *
 * @param lat degrees north
 * @param lon degrees east
 */
public record Position(double lat, double lon) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Position {
        Require.that(lat >= -90 && lat <= 90, "lat", "must be from -90 to 90");
        Require.that(lon >= -180 && lon <= 180, "lon", "must be from -180 to 180");
    }

    /** The great-circle distance in metres (haversine formula). */
    public double metresTo(Position other) {
        double dLat = Math.toRadians(other.lat - lat);
        double dLon = Math.toRadians(other.lon - lon);
        double h = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(h));
    }
}
