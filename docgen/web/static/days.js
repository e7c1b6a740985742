// Days are typed; a small calendar beside the box is a help of the script.
"use strict";

function dressDays(within) {
  for (const box of within.querySelectorAll("input[data-day]")) {
    if (box.parentElement.classList.contains("day-field")) continue;
    const field = document.createElement("div");
    field.className = "day-field";
    box.replaceWith(field);
    const picker = document.createElement("input");
    picker.type = "date";
    picker.className = "picker";
    picker.tabIndex = -1;
    picker.setAttribute("aria-hidden", "true");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pick";
    button.tabIndex = -1;
    button.setAttribute("aria-hidden", "true");
    button.textContent = "▾";
    field.append(box, picker, button);
    button.addEventListener("click", () => {
      picker.value = /^\d{4}-\d{2}-\d{2}$/.test(box.value) ? box.value : "";
      picker.showPicker?.();
    });
    picker.addEventListener("change", () => { if (picker.value) { box.value = picker.value; box.dispatchEvent(new Event("input", { bubbles: true })); box.focus(); } });
  }
}
