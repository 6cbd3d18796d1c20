//! The same input gives the same bytes: in any folder, time zone, locale and number of threads.

mod common;

use common::{Project, brief};

#[test]
fn bytes_do_not_depend_on_where_or_when() {
    let manifest =
        brief("같은 원고는 같은 파일", "## 소제목\n- 글머리[^a]\n  - 둘째 단계\n\n[^a]: 주석");
    let build = |env: &[(&str, &str)]| {
        let project = Project::with_manifest(&manifest);
        project.run_with(&["build", "--png", "40", "--emit", "out/emitted-not"], env);
        std::fs::remove_dir_all(project.path("out/emitted-not")).unwrap();
        project.out()
    };
    let first = build(&[]);
    assert!(first.len() > 1);
    for env in [
        [("TZ", "Asia/Seoul"), ("LC_ALL", "ko_KR.UTF-8")],
        [("TZ", "America/New_York"), ("RAYON_NUM_THREADS", "1")],
        [("TZ", "UTC"), ("RAYON_NUM_THREADS", "7")],
        [("SOURCE_DATE_EPOCH", "1"), ("HOME", "/nonexistent")],
    ] {
        assert!(build(&env) == first, "bytes differ under {env:?}");
    }
}
