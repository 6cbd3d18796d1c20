//! What copyfitting did to an entry, in words: how far its lines closed up and how small its letters became.
//!
//! All of it is read off the layout's own ladder, against its loosest step.

use crate::desk::messages as say;
use crate::layout::length;
use jikji_diagnostic::{Arg, Lang};

/// The steps of a layout: lengths under names, the same in each.
type Ladder = [Vec<(String, String)>];

/// What a step does to a page that the loosest does not; none at the loosest.
pub fn says(ladder: &Ladder, step: usize, lang: Lang) -> Option<String> {
    let (first, now) = (ladder.first()?, ladder.get(step).filter(|_| step > 0)?);
    let length = |step: &[(String, String)], name: &str| {
        let written = step.iter().find(|(known, _)| known == name);
        Some(length::millimetres(&written?.1)? * length::PT_PER_MM)
    };
    let smaller = |name: &str| {
        let both = length(first, name).zip(length(now, name));
        both.filter(|(first, now)| now < first)
    };
    let mut what = vec![];
    if let Some((first, now)) = smaller("unit") {
        let share = ((1.0 - now / first) * 100.0).round().max(1.0);
        what.push(say::FIT_LINES.fill(lang, &[("n", share.to_string().into())]));
    }
    if let Some((first, now)) = smaller("size") {
        let sizes = [("from", points(first)), ("to", points(now))];
        what.push(say::FIT_LETTERS.fill(lang, &sizes));
    }
    if smaller("tracking").is_some() {
        what.push(say::FIT_BETWEEN.say(lang).into());
    }
    if what.is_empty() {
        what.push(say::FIT_CLOSER.say(lang).into());
    }
    let args = [
        ("step", (step + 1).to_string().into()),
        ("steps", ladder.len().to_string().into()),
        ("what", what.join(", ").into()),
    ];
    Some(say::FIT.fill(lang, &args))
}

/// Points as they are written on a page of figures: no more digits than a layout writes.
fn points(length: f64) -> Arg {
    ((length * 100.0).round() / 100.0).to_string().into()
}

#[cfg(test)]
mod tests {
    use super::{Lang, says};

    fn ladder(steps: &[&[(&str, &str)]]) -> Vec<Vec<(String, String)>> {
        let owned = |step: &&[(&str, &str)]| {
            step.iter().map(|(name, length)| ((*name).into(), (*length).into())).collect()
        };
        steps.iter().map(owned).collect()
    }

    #[test]
    fn a_step_says_what_the_loosest_does_not_do() {
        let steps = ladder(&[
            &[("unit", "6pt"), ("size", "10.8pt"), ("tracking", "0pt"), ("picture", "64mm")],
            &[("unit", "5.7pt"), ("size", "10.8pt"), ("tracking", "0pt"), ("picture", "60mm")],
            &[("unit", "1.8mm"), ("size", "9.6pt"), ("tracking", "-0.06pt"), ("picture", "40mm")],
        ]);
        let said = |step, lang| says(&steps, step, lang);
        assert_eq!(said(0, Lang::Ko), None);
        assert_eq!(said(1, Lang::Ko).unwrap(), "맞춤 2/3단계: 줄 간격 5% 좁힘");
        assert_eq!(
            said(2, Lang::Ko).unwrap(),
            "맞춤 3/3단계: 줄 간격 15% 좁힘, 글자 10.8 → 9.6pt, 자간 좁힘"
        );
        assert_eq!(
            said(2, Lang::En).unwrap(),
            "Fitting step 3 of 3: lines 15% closer, letters 10.8 → 9.6 pt, less between letters"
        );
        assert_eq!(said(3, Lang::Ko), None);
    }

    #[test]
    fn a_ladder_of_other_names_is_told_by_its_steps() {
        let steps = ladder(&[&[("gap", "1em")], &[("gap", "0.5em")]]);
        assert_eq!(says(&steps, 1, Lang::Ko).unwrap(), "맞춤 2/2단계: 더 촘촘하게");
        assert_eq!(says(&[], 1, Lang::Ko), None);
    }
}
