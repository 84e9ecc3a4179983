/* A passkey needs script: show its buttons only where script runs, and say in the page when it fails. */
const failure = document.querySelector("[data-passkey-error]");

if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll("[data-needs-script]")) button.hidden = false;
  for (const excuse of document.querySelectorAll("[data-without-script]")) excuse.hidden = true;
}

document.addEventListener("allauth.error", (event) => {
  if (!failure) return;
  event.preventDefault();
  failure.hidden = false;
});
