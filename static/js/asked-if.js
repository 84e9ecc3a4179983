/* A question that is asked after one answer only shows with that answer. Without script its hint says when it counts. */
const asked = [...document.querySelectorAll("[data-asked-if]")];
const show = () => {
  for (const part of asked) {
    const inputs = [...document.getElementsByName(part.dataset.askedIf)];
    if (!inputs.length) continue; // answered on an earlier step: it is here because it is asked
    const chosen = inputs.filter((input) => input.type === "radio" || input.type === "checkbox" ? input.checked : true);
    const answers = chosen.map((input) => (input.value === "on" ? "ja" : input.value));
    part.hidden = !answers.includes(part.dataset.answer);
  }
};
if (asked.length) {
  document.addEventListener("change", show);
  show();
}
