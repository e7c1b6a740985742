// What makes the page of the way quicker; everything here also works without it, by buttons that ask the server.
"use strict";

(() => {
  document.documentElement.classList.add("scripted");
  const main = document.getElementById("main");
  let asking = null;
  dressDays(main);

  // -- each answer changes the decision at once: the page is asked for anew and put in this one's place

  async function decide(press) {
    const form = document.getElementById("way");
    const sent = new FormData(form);
    sent.append("do", press ?? "decide");
    asking?.abort();
    const mine = asking = new AbortController();
    form.setAttribute("aria-busy", "true");
    const at = document.activeElement?.id;
    let fresh = null;
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: sent, signal: mine.signal });
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
    } catch (error) {
      if (error.name === "AbortError") return; // a later answer is on its way
    }
    if (asking === mine) asking = null;
    if (!fresh?.querySelector("#way")) failed(form);
    else replaced(fresh, at, press);
  }

  // The answers stand as they are on the page, and a button asks again.
  function failed(form) {
    form.removeAttribute("aria-busy");
    document.documentElement.classList.remove("scripted");
    const told = document.createElement("p");
    told.className = "alert alert-warning";
    told.setAttribute("role", "alert");
    told.textContent = form.dataset.failed;
    form.querySelector(":scope > .alert")?.remove();
    form.prepend(told);
    told.scrollIntoView({ block: "center" });
  }

  function replaced(fresh, at, press) {
    document.documentElement.classList.add("scripted");
    dressDays(fresh);
    for (const each of fresh.querySelectorAll("[autofocus]")) each.removeAttribute("autofocus");
    const open = new Set([...main.querySelectorAll("details[open]:not(.peek) > summary")].map((each) => each.textContent));
    main.replaceChildren(...fresh.childNodes);
    for (const words of main.querySelectorAll("details:not(.peek) > summary")) {
      if (open.has(words.textContent)) words.parentElement.open = true;
    }
    const now = at && document.getElementById(at);
    (now || document.getElementById("answer"))?.focus({ preventScroll: Boolean(now) || !press });
    said.textContent = [...main.querySelectorAll("[role='status'], #answer-title")].map((each) => each.textContent.trim()).join(" ");
  }

  // what a screen reader says of it: this stays while everything else is replaced
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("aria-live", "polite");
  document.body.append(said);

  const decides = (box) =>
    box.matches("[data-decides]") || Boolean(box.closest("[data-decides-within]")) ||
    (box.matches(".picker") && Boolean(box.parentElement.querySelector("[data-decides]")));

  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.id === "way" && decides(event.target)) decide();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-live]");
    if (!button || button.form?.id !== "way") return;
    event.preventDefault();
    decide(button.value);
  });

  // -- nobody loses what was typed by leaving for a page that does not take it along

  let going = false;
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "way") return;
    going = true; // the account goes along, or a file comes and the page stays
    setTimeout(() => { going = false; }, 2000);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!going && document.querySelector("#way[data-unsaved]")) event.preventDefault();
  });

  // -- a reason that is shown can be put away with Escape

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const each of document.querySelectorAll(".peek[open]")) each.open = false;
    if (document.activeElement?.closest(".peek")) document.activeElement.blur();
  });

  // -- a file dropped anywhere on the page

  const zone = document.querySelector("[data-drop]");
  if (zone) {
    const box = document.getElementById("file");
    takesDrops(zone, box, () => box.form.requestSubmit(document.getElementById("put")));
  }
})();
