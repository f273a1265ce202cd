//! The TopoJSON reader: what it accepts, and what it says about what it does not.

use geodata::topology::{TopoJson, Topology};
use serde_json::{Value, json};

fn square() -> Value {
    json!({
        "type": "Topology",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
        "bbox": [100, 100, 140, 140],
        "transform": {"scale": [10, 10], "translate": [100, 100]},
        "jaar": 2021,
        "naamsvermelding": "CBS",
        "objects": {
            "gemeenten": {"type": "GeometryCollection", "geometries": [{
                "type": "Polygon", "id": "GM0001",
                "properties": {"naam": "Ergens", "provincie": "PV26", "label": [120, 120]},
                "arcs": [[0]]
            }]},
            "water": {"type": "MultiPolygon", "arcs": []},
            "gemeentegrenzen": {"type": "MultiLineString", "arcs": []},
            "provinciegrenzen": {"type": "MultiLineString", "arcs": []}
        },
        "arcs": [[[0, 0], [4, 0], [0, 4], [-4, 0], [0, -4]]]
    })
}

fn read(value: Value) -> Result<Topology, String> {
    let wire: TopoJson = serde_json::from_value(value).map_err(|error| error.to_string())?;
    Topology::try_from(wire).map_err(|error| error.to_string())
}

#[test]
fn a_square_is_read_and_written_the_same() {
    let map = read(square()).expect("a map");
    assert_eq!(map.arcs, [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]);
    assert_eq!(serde_json::to_value(TopoJson::from(&map)).expect("JSON"), square());
}

#[test]
fn an_arc_that_is_not_there_is_named() {
    let mut wrong = square();
    wrong["objects"]["gemeenten"]["geometries"][0]["arcs"] = json!([[-3]]);
    let found = read(wrong).expect_err("no such arc");
    assert_eq!(found, "objects.gemeenten.geometries[0].arcs: expected the index of an arc, found -3");
}

#[test]
fn an_open_ring_is_refused() {
    let mut wrong = square();
    wrong["arcs"] = json!([[[0, 0], [4, 0], [0, 4], [-4, 0]]]);
    assert!(read(wrong).expect_err("open").contains("expected a closed ring"));
}

#[test]
fn sums_beyond_the_grid_and_wrong_depths_do_not_panic() {
    let mut far = square();
    far["arcs"] = json!([[[i32::MAX, 0], [1, 0]]]);
    assert!(read(far).expect_err("too far").starts_with("arcs[0]: expected"));
    let mut nowhere = square();
    nowhere["transform"]["scale"] = json!([1, 101_200_000]);
    nowhere["arcs"][0][0] = json!([0, 120_000]);
    let refused = read(nowhere).expect_err("no such place");
    assert!(refused.starts_with("arcs[0]: expected") && refused.ends_with("nowhere on earth"), "{refused}");
    let mut flat = square();
    flat["objects"]["gemeenten"]["geometries"][0]["arcs"] = json!(7);
    assert!(read(flat).expect_err("no list").contains("expected a list of arcs, found 7"));
}
