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

  takesDrops(zone, box, () => { if (chosen()) form.requestSubmit(press); }, true);
  box.addEventListener("change", chosen);

  // -- many accounts take a second

  saysBusy(form, press, chosen);
})();
