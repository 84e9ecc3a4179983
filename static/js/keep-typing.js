/* Keeps what is typed on a step of a form, at most each three seconds. Without script the buttons keep it.

   It never crosses a press: a note under way is dropped then, and the server refuses one that comes late, for it
   carries the stamp of what was saved before. Text of a page is not read out each time it is saved; a fault is. */
const EACH = 3000;
const form = document.querySelector("form[data-keep]");
const said = document.querySelector("[data-kept]");
const fault = document.querySelector("[data-not-kept]");
const stamp = form?.elements.stempel; // what the page knows of the last save; FormData takes it along
let waiting = 0;
let last = 0;
let underWay = null;
let changed = false;
let stopped = !form || !said || !stamp;

const soon = () => {
  if (stopped || waiting || underWay || !changed) return;
  waiting = setTimeout(keep, Math.max(0, last + EACH - Date.now()));
};

const keep = async () => {
  waiting = 0;
  if (stopped || underWay || !changed) return;
  changed = false;
  last = Date.now();
  underWay = new AbortController();
  try {
    const answer = await fetch(form.dataset.keep, {
      method: "POST",
      body: new FormData(form),
      redirect: "error",
      signal: underWay.signal,
    });
    const told = await answer.json();
    if (answer.ok) {
      stamp.value = told.stamp;
      said.textContent = told.said;
      fault.textContent = "";
    } else {
      stopped = true;
      fault.textContent = told.said;
    }
  } catch {
    if (!stopped) {
      changed = true;
      fault.textContent = form.dataset.lost;
    }
  }
  underWay = null;
};

if (!stopped) {
  form.addEventListener("input", () => {
    changed = true;
    soon();
  });
  setInterval(soon, EACH);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  form.addEventListener("submit", () => {
    stopped = true;
    clearTimeout(waiting);
    underWay?.abort();
  });
  // Back to a page as it was left: what was typed there was sent, and its stamp is old.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
