//! WGS84 to RD New (EPSG:28992).
//!
//! The published polynomial of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de
//! transformatie tussen RD- en WGS84-kaartcoördinaten", Geodesia 43 (2001), pp. 64-69. The authors state an
//! accuracy of about 0.3 m in the Netherlands; for surveying use RDNAPTRANS instead.

/// Amersfoort, the origin: RD metres and WGS84 degrees.
const X0: f64 = 155_000.0;
const Y0: f64 = 463_000.0;
const LATITUDE0: f64 = 52.155_174_40;
const LONGITUDE0: f64 = 5.387_206_21;

/// `(p, q, coefficient)` of `dlat^p dlon^q`, for x in metres.
const R: [(i32, i32, f64); 9] = [
    (0, 1, 190_094.945),
    (1, 1, -11_832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
];

/// The same for y.
const S: [(i32, i32, f64); 10] = [
    (1, 0, 309_056.544),
    (0, 2, 3_638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
];

/// RD New metres of a WGS84 position in degrees, longitude first as in GeoJSON.
///
/// Meant for the Netherlands and a little around it; far away the polynomial means nothing.
pub fn from_wgs84([longitude, latitude]: [f64; 2]) -> [f64; 2] {
    let dlat = 0.36 * (latitude - LATITUDE0);
    let dlon = 0.36 * (longitude - LONGITUDE0);
    let sum = |terms: &[(i32, i32, f64)]| -> f64 {
        terms.iter().map(|&(p, q, c)| c * dlat.powi(p) * dlon.powi(q)).sum()
    };
    [X0 + sum(&R), Y0 + sum(&S)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amersfoort_is_the_origin() {
        let [x, y] = from_wgs84([LONGITUDE0, LATITUDE0]);
        assert!((x - X0).abs() < 0.01 && (y - Y0).abs() < 0.01);
    }

    /// The worked example of the paper: Westertoren, Amsterdam.
    #[test]
    fn the_westertoren_stands_within_a_metre() {
        let [x, y] = from_wgs84([4.883_525_59, 52.374_532_53]);
        assert!((x - 120_700.723).abs() < 1.0 && (y - 487_525.502).abs() < 1.0, "{x} {y}");
    }
}
