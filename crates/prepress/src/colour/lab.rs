//! CIE arithmetic: XYZ and Lab under D50, white point adaptation, CIEDE2000.

/// The connection space's white, D50 (ICC.1, 7.2.16).
pub const D50: [f64; 3] = [0.9642, 1.0, 0.8249];

/// XYZ (white at Y = 1) to Lab.
pub(super) fn xyz_to_lab(xyz: [f64; 3]) -> [f64; 3] {
    let f = |t: f64| {
        if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 }
    };
    let [x, y, z] = [f(xyz[0] / D50[0]), f(xyz[1] / D50[1]), f(xyz[2] / D50[2])];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// Lab to XYZ (white at Y = 1).
pub(super) fn lab_to_xyz(lab: [f64; 3]) -> [f64; 3] {
    let f = |t: f64| {
        if t > 6.0 / 29.0 { t * t * t } else { (116.0 * t - 16.0) * 27.0 / 24389.0 }
    };
    let y = (lab[0] + 16.0) / 116.0;
    [D50[0] * f(y + lab[1] / 500.0), D50[1] * f(y), D50[2] * f(y - lab[2] / 200.0)]
}

/// The Bradford adaptation of an XYZ seen under `white` to D50.
pub(super) fn adapt_to_d50(xyz: [f64; 3], white: [f64; 3]) -> [f64; 3] {
    const TO: [[f64; 3]; 3] =
        [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]];
    const BACK: [[f64; 3]; 3] = [
        [0.9869929, -0.1470543, 0.1599627],
        [0.4323053, 0.5183603, 0.0492912],
        [-0.0085287, 0.0400428, 0.9684867],
    ];
    let (from, to, cone) = (multiply(TO, white), multiply(TO, D50), multiply(TO, xyz));
    let mut adapted = cone;
    for i in 0..3 {
        if from[i].abs() > 1e-9 {
            adapted[i] = cone[i] * to[i] / from[i];
        }
    }
    multiply(BACK, adapted)
}

pub(super) fn multiply(m: [[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    [0, 1, 2].map(|i| m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2])
}

/// The CIEDE2000 difference of two Lab colours (CIE 142-2001).
pub fn delta_e_2000(one: [f64; 3], two: [f64; 3]) -> f64 {
    let chroma = |lab: [f64; 3]| lab[1].hypot(lab[2]);
    let mean7 = ((chroma(one) + chroma(two)) / 2.0).powi(7);
    let g = 0.5 * (1.0 - (mean7 / (mean7 + 25f64.powi(7))).sqrt());
    let prime = |lab: [f64; 3]| {
        let a = lab[1] * (1.0 + g);
        let hue = if a == 0.0 && lab[2] == 0.0 { 0.0 } else { lab[2].atan2(a).to_degrees() };
        (a.hypot(lab[2]), hue.rem_euclid(360.0))
    };
    let ((c1, h1), (c2, h2)) = (prime(one), prime(two));
    let grey = c1 * c2 == 0.0;
    let dh = match h2 - h1 {
        _ if grey => 0.0,
        d if d > 180.0 => d - 360.0,
        d if d < -180.0 => d + 360.0,
        d => d,
    };
    let dh_big = 2.0 * (c1 * c2).sqrt() * (dh / 2.0).to_radians().sin();
    let hue = match h1 + h2 {
        sum if grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(hue - 30.0) + 0.24 * cos(2.0 * hue) + 0.32 * cos(3.0 * hue + 6.0)
        - 0.20 * cos(4.0 * hue - 63.0);
    let (l, c) = ((one[0] + two[0]) / 2.0, (c1 + c2) / 2.0);
    let l50 = (l - 50.0).powi(2);
    let sl = 1.0 + 0.015 * l50 / (20.0 + l50).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rc = 2.0 * (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let rt = -(2.0 * 30.0 * (-((hue - 275.0) / 25.0).powi(2)).exp()).to_radians().sin() * rc;
    let (dl, dc, dh) = ((two[0] - one[0]) / sl, (c2 - c1) / sc, dh_big / sh);
    (dl * dl + dc * dc + dh * dh + rt * dc * dh).max(0.0).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_pairs_of_sharma_hold() {
        for (one, two, expected) in [
            ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
            ([50.0, 2.5, 0.0], [61.0, -5.0, 29.0], 22.8977),
            ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
            ([90.8027, -2.0831, 1.4410], [91.1528, -1.6435, 0.0447], 1.4441),
        ] {
            let got = delta_e_2000(one, two);
            assert!((got - expected).abs() < 1e-4, "{got} for {expected}");
        }
    }

    #[test]
    fn lab_and_xyz_are_inverse() {
        for lab in [[0.0, 0.0, 0.0], [7.0, 3.0, -4.0], [55.0, -60.0, 40.0], [100.0, 0.0, 0.0]] {
            let back = xyz_to_lab(lab_to_xyz(lab));
            assert!(lab.iter().zip(back).all(|(a, b)| (a - b).abs() < 1e-3), "{lab:?} {back:?}");
        }
    }
}
