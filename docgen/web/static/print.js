// What makes the page for Word files quicker; everything here also works without it.
"use strict";

(() => {
  const form = document.getElementById("print");
  if (!form) return;
  document.documentElement.classList.add("scripted");
  const zone = form.querySelector("[data-drop]");
  const box = document.getElementById("file");
  const fault = document.getElementById("file-fault");
  const look = document.getElementById("look");
  const kept = form.elements.kept;
  const before = zone.querySelector("[data-chosen]").textContent;

  // -- a file chosen, or dropped anywhere on the page: beside its box a browser would open it instead

  function chosen() {
    const file = box.files[0];
    const large = Boolean(file) && file.size > Number(zone.dataset.most);
    zone.querySelector("[data-chosen]").textContent = file ? file.name : before;
    if (file) zone.classList.add("full");
    fault.textContent = large ? fault.dataset.tooLarge : "";
    for (const button of form.querySelectorAll("button")) button.disabled = large;
    if (kept) kept.disabled = Boolean(file); // the file in hand is the one that travels
    if (file && !large) look.focus();
  }

  takesDrops(zone, box, chosen);
  box.addEventListener("change", chosen);

  // -- a long file takes some seconds

  saysBusy(form, look, chosen);
})();
