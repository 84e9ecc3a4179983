/* Reads easy language aloud, by a voice of the device itself: a voice from elsewhere would send the text away.
   Without script, or without such a voice in the language of the page, there is no button. */
const button = document.querySelector("[data-read-aloud]");
const speech = window.speechSynthesis;

if (button && speech) {
  const language = document.documentElement.lang;
  const lines = [...document.querySelectorAll("[data-read] :is(h1, h2, p)")].filter((line) => line.textContent.trim());
  let turn = 0; // of each press: what an earlier one still says counts no more
  let line = null;

  const voice = () =>
    speech.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language));

  const mark = (now) => {
    line?.classList.remove("ol-kort__nu");
    line = now;
    line?.classList.add("ol-kort__nu");
    line?.scrollIntoView({ block: "nearest" });
    button.textContent = line ? button.dataset.stop : button.dataset.start;
  };

  const stop = () => {
    turn += 1;
    speech.cancel();
    mark(null);
  };

  const say = (place, own) => {
    if (own !== turn) return;
    if (place >= lines.length) return stop();
    mark(lines[place]);
    const said = new SpeechSynthesisUtterance(lines[place].textContent);
    said.lang = language;
    said.voice = voice();
    said.rate = 0.85;
    said.onend = () => say(place + 1, own);
    said.onerror = () => own === turn && stop();
    speech.speak(said);
  };

  const show = () => {
    button.hidden = !voice();
  };

  button.addEventListener("click", () => {
    if (line) return stop();
    speech.cancel(); // what another page left
    turn += 1;
    say(0, turn);
  });
  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", show); // some browsers know their voices later
  show();
}
