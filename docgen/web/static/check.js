// What makes the page that checks letters quicker; everything here also works without it.
"use strict";

(() => {
  const form = document.getElementById("check");
  if (!form) return;
  document.documentElement.classList.add("scripted");

  // -- a Word file chosen, or dropped anywhere on the page: it is checked at once

  const zone = form.querySelector("[data-drop]");
  const box = document.getElementById("file");
  const fault = document.getElementById("file-fault");
  const press = document.getElementById("press");

  function chosen() {
    const large = Boolean(box.files[0]) && box.files[0].size > Number(zone.dataset.most);
    fault.textContent = large ? fault.dataset.tooLarge : "";
    press.disabled = large;
    return Boolean(box.files[0]) && !large;
  }

  takesDrops(zone, box, () => { if (chosen()) form.requestSubmit(press); });
  box.addEventListener("change", chosen);

  // -- a mark and its remark light up together

  const lit = (numbers, on) => {
    for (const number of numbers) {
      document.getElementById(`note-${number}`)?.classList.toggle("lit", on);
      for (const mark of document.querySelectorAll(".found")) {
        if (mark.dataset.notes.split(" ").includes(number)) mark.classList.toggle("lit", on);
      }
    }
  };
  for (const each of document.querySelectorAll(".found, .note")) {
    const numbers = (each.dataset.notes ?? each.dataset.note).split(" ");
    each.addEventListener("pointerenter", () => lit(numbers, true));
    each.addEventListener("pointerleave", () => lit(numbers, false));
    each.addEventListener("focusin", () => lit(numbers, true));
    each.addEventListener("focusout", () => lit(numbers, false));
  }
  for (const mark of document.querySelectorAll(".found")) {
    mark.addEventListener("click", () => {
      document.getElementById(`note-${mark.dataset.notes.split(" ")[0]}`)?.scrollIntoView({ block: "nearest" });
    });
  }

  const pane = document.querySelector(".letter");
  const first = pane?.querySelector(".found");
  if (first && pane.scrollHeight > pane.clientHeight) pane.scrollTop = first.offsetTop - pane.clientHeight / 3;

  // -- lawful words to take along

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
    });
  }

  // -- a long text takes a second

  saysBusy(form, press, chosen);
})();
