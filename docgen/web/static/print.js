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

  let over = 0;
  const marked = (by) => { over = Math.max(0, over + by); zone.classList.toggle("over", over > 0); };
  const carriesFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  document.addEventListener("dragenter", (event) => { if (carriesFile(event)) marked(1); });
  document.addEventListener("dragleave", (event) => { if (carriesFile(event)) marked(-1); });
  document.addEventListener("dragover", (event) => { if (carriesFile(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    marked(-over);
    const first = new DataTransfer();
    if (event.dataTransfer.files.length) first.items.add(event.dataTransfer.files[0]);
    box.files = first.files;
    chosen();
  });
  box.addEventListener("change", chosen);

  // -- a long file takes some seconds

  const words = look.textContent;
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "look") {
      look.textContent = look.dataset.busy;
      form.setAttribute("aria-busy", "true");
    }
  });
  window.addEventListener("pageshow", () => {
    look.textContent = words;
    form.removeAttribute("aria-busy");
    chosen();
  });
})();
