// What makes the lawyer's pages quicker; everything here also works without it.
"use strict";

(() => {
  document.documentElement.classList.add("scripted");

  // -- a choice that needs no button

  for (const box of document.querySelectorAll("select[data-submits]")) {
    box.addEventListener("change", () => box.form.requestSubmit());
  }

  // -- pages are drawn one letter after the other, those in sight first

  async function fetched(holder) {
    if (holder.dataset.asked) return;
    holder.dataset.asked = "yes";
    holder.setAttribute("aria-busy", "true");
    for (let tries = 0; tries < 20; tries += 1) {
      const answer = await fetch(holder.dataset.fragment, { headers: { "X-Requested-With": "fragment" } });
      if (answer.status !== 503 && answer.status !== 429) {
        if (answer.ok) holder.innerHTML = await answer.text(); // of this server, escaped there
        break;
      }
      const wait = Number(answer.headers.get("Retry-After")) || 1;
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
    holder.removeAttribute("aria-busy");
    holder.dataset.ready = "yes";
  }

  const wanted = [...document.querySelectorAll("[data-fragment]")];
  const open = (holder) => !holder.closest("details:not([open])");
  (async () => {
    for (const holder of [...wanted.filter(open), ...wanted.filter((one) => !open(one))]) {
      try { await fetched(holder); } catch { delete holder.dataset.asked; } // the link stays
    }
  })();

  // -- a file takes a moment to be read

  for (const form of document.querySelectorAll("form[data-drop]")) {
    const button = form.querySelector("[data-busy]");
    const words = button?.textContent;
    form.addEventListener("submit", () => { if (button) button.textContent = button.dataset.busy; });
    window.addEventListener("pageshow", () => { if (button) button.textContent = words; });
  }
})();
