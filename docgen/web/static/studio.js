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

  // -- fields: searched as one types, copied by a button

  const search = document.getElementById("search");
  if (search) {
    search.closest(".search").hidden = false;
    const rows = [...document.querySelectorAll("tr.field")];
    const words = rows.map((row) => row.textContent.toLowerCase());
    const status = document.getElementById("matches");
    search.addEventListener("input", () => {
      const sought = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, at) => { row.hidden = !sought.every((word) => words[at].includes(word)); shown += row.hidden ? 0 : 1; });
      for (const head of document.querySelectorAll(".group-row")) {
        let next = head.nextElementSibling;
        while (next && next.hidden && !next.classList.contains("group-row")) next = next.nextElementSibling;
        head.hidden = !next || next.classList.contains("group-row");
      }
      status.textContent = shown ? String(shown) : status.dataset.none;
    });
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 1500);
    });
  }

  // -- a file takes a moment to be read, one too large is not even sent

  for (const box of document.querySelectorAll("input[data-most]")) {
    box.addEventListener("change", () => {
      const size = box.files[0]?.size ?? 0;
      box.setCustomValidity(size > Number(box.dataset.most) ? box.dataset.tooLarge : "");
      if (size > Number(box.dataset.most)) box.reportValidity();
    });
  }

  for (const form of document.querySelectorAll("form[data-drop]")) {
    const button = form.querySelector("[data-busy]");
    const words = button?.textContent;
    form.addEventListener("submit", () => { if (button) button.textContent = button.dataset.busy; });
    window.addEventListener("pageshow", () => { if (button) button.textContent = words; });
  }
})();
