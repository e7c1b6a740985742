// What makes the page of many accounts quicker; everything here also works without it.
"use strict";

(() => {
  const form = document.getElementById("portfolio");
  if (!form) return;
  document.documentElement.classList.add("scripted");
  const zone = form.querySelector("[data-drop]");
  const box = document.getElementById("file");
  const fault = document.getElementById("file-fault");
  const press = document.getElementById("press");
  const said = zone.querySelector("[data-chosen]");
  const before = said.textContent;

  // -- files chosen, or dropped anywhere on the page

  function chosen() {
    const files = [...box.files];
    const large = files.reduce((sum, file) => sum + file.size, 0) > Number(zone.dataset.most);
    if (files.length > 1) said.textContent = said.dataset.several.replace("{count}", files.length);
    else said.textContent = files.length ? files[0].name : before;
    if (files.length) zone.classList.add("full");
    fault.textContent = large ? fault.dataset.tooLarge : "";
    press.disabled = large;
    for (const kept of form.querySelectorAll("[name^=kept]")) kept.disabled = files.length > 0; // those in hand travel
    return files.length > 0 && !large;
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
    box.files = event.dataTransfer.files;
    if (chosen()) form.requestSubmit(press);
  });
  box.addEventListener("change", chosen);

  // -- many accounts take a second

  const words = press.textContent;
  form.addEventListener("submit", (event) => {
    if (event.submitter === press) {
      press.textContent = press.dataset.busy;
      form.setAttribute("aria-busy", "true");
    }
  });
  window.addEventListener("pageshow", () => {
    press.textContent = words;
    form.removeAttribute("aria-busy");
    chosen();
  });
})();
