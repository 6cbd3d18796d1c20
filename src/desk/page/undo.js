// Takes back and writes again what was written in this run, whatever field it was in.

/** Brings the two buttons and their keys to life; `flush` saves what is written, `done` is told what came of it. */
export function undo(buttons, ask, flush, done) {
  let turning = Promise.resolve();
  const turn = (back) => {
    if (document.activeElement?.field) document.activeElement.blur();
    const step = async () => {
      // What is being written counts too: it is the last, once it is saved.
      await flush();
      await done(back, await ask({ ask: "turn", back }));
    };
    turning = turning.then(step, step);
  };
  buttons.undo.addEventListener("click", () => turn(true));
  buttons.redo.addEventListener("click", () => turn(false));
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest("textarea, input")) return;
    const key = event.key.toLowerCase();
    const back = key === "z" && !event.shiftKey;
    if (!back && key !== "y" && key !== "z") return;
    event.preventDefault();
    turn(back);
  });
  return ([back, again]) => {
    buttons.undo.ariaDisabled = String(!back);
    buttons.redo.ariaDisabled = String(!again);
  };
}
