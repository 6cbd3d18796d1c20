//! Right sentences in many styles: nothing is told of them.

use super::read;

#[test]
fn nothing_is_told_of_right_sentences() {
    let right = include_str!("right.txt").lines().filter(|line| !line.starts_with('#'));
    let right: Vec<&str> = right.collect();
    assert!(right.len() >= 200, "{}", right.len());
    let manifest = format!(
        "layout = \"spri-brief\"\n[publication]\nname = \"간행물\"\npublisher = \"펴낸 곳\"\n[issue]\nyear = 2024\n\
         month = 5\npublished = 2024-05-07\n[[parts]]\ntitle = \"부\"\n[[parts.sections]]\ntitle = \"절\"\n\
         [[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"글\"\nbody = '''\n{}\n'''\n",
        right.join("\n\n"),
    );
    let found = read(&manifest);
    assert!(found.is_empty(), "{found:#?}");
}
