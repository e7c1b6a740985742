// Files for a page that takes some: dropped anywhere on it, and a button that says so while they are worked on.
"use strict";

// A file dropped beside its box would be opened by the browser instead. several: whether the box takes more than one.
function takesDrops(zone, box, taken, several = false) {
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
    const held = new DataTransfer();
    for (const file of several ? event.dataTransfer.files : [...event.dataTransfer.files].slice(0, 1)) held.items.add(file);
    box.files = held.files;
    taken();
  });
}

// It takes a second: the button says so until the page is back. back: what else to do then.
function saysBusy(form, button, back) {
  const words = button.textContent;
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== button.value) return;
    button.textContent = button.dataset.busy;
    form.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => {
    button.textContent = words;
    form.removeAttribute("aria-busy");
    back();
  });
}
