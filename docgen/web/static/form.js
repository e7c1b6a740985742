// What makes the form quicker; everything here also works without it, by a button that asks the server.
"use strict";

(() => {
  const form = document.getElementById("sheet");
  if (!form) return;
  document.documentElement.classList.add("scripted");
  let changed = false;

  // -- rows

  function newRow(rows) {
    const index = Number(rows.dataset.next);
    rows.dataset.next = String(index + 1);
    const made = document.createElement("template");
    const pattern = rows.querySelector(":scope > template");
    made.innerHTML = pattern.innerHTML.replaceAll(rows.dataset.token, String(index));
    const row = made.content.querySelector("[data-row]");
    list(rows).append(row);
    rows.querySelector(":scope > [data-list] > thead")?.classList.remove("empty");
    dressDays(row);
    number(rows);
    const contract = rows.dataset.rows === "account.invoices" && onlyContract();
    if (contract) row.querySelector("[name$='.contract']").value = contract;
    return row;
  }

  const list = (rows) => rows.querySelector(":scope > [data-list]");
  const rowsOf = (rows) => [...list(rows).querySelectorAll(":scope > [data-row]")];
  const boxesOf = (row) => [...row.querySelectorAll("input:not(.picker), select, textarea")];
  const firstBox = (row) => boxesOf(row).find((box) => box.type !== "hidden");
  const isEmpty = (row) =>
    boxesOf(row).every((box) => box.tagName === "SELECT" || box.name.endsWith(".contract") || box.value === box.defaultValue && !box.value);

  function number(rows) {
    rowsOf(rows).forEach((row, place) => {
      row.querySelectorAll(":scope > .entry-head [data-number]").forEach((words) => { words.textContent = String(place + 1); });
    });
    addUp(rows);
  }

  form.addEventListener("click", (event) => {
    const add = event.target.closest("[data-add]");
    const remove = event.target.closest("[data-remove]");
    if (add) {
      event.preventDefault();
      firstBox(newRow(add.closest("[data-rows]"))).focus();
      changed = true;
    } else if (remove) {
      event.preventDefault();
      const row = remove.closest("[data-row]");
      const rows = row.closest("[data-rows]");
      const near = row.nextElementSibling?.matches("[data-row]") ? row.nextElementSibling : row.previousElementSibling;
      row.remove();
      number(rows);
      (near?.matches("[data-row]") ? firstBox(near) : rows.querySelector(":scope > .rows-foot [data-add]")).focus();
      changed = true;
    }
  });

  // -- a spreadsheet pasted straight into a table

  const flat = (words) => [...words.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).join("");

  function cells(text) {
    const lines = [];
    let line = [], cell = "", quoted = false;
    const source = text.replace(/\r\n?/g, "\n");
    for (let place = 0; place < source.length; place += 1) {
      const sign = source[place];
      if (quoted) {
        if (sign === '"' && source[place + 1] === '"') { cell += '"'; place += 1; }
        else if (sign === '"') quoted = false;
        else cell += sign;
      } else if (sign === '"' && cell === "") quoted = true;
      else if (sign === "\t") { line.push(cell); cell = ""; }
      else if (sign === "\n") { line.push(cell); lines.push(line); line = []; cell = ""; }
      else cell += sign;
    }
    line.push(cell);
    lines.push(line);
    return lines.map((all) => all.map((one) => one.trim())).filter((all) => all.some(Boolean));
  }

  // A paste with headings is read by the server, as it is without this script: it says what it took and what not.
  // Cells without headings go where the cursor stands.
  form.addEventListener("paste", (event) => {
    const box = event.target;
    const rows = box.closest("[data-rows]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const known = rows?.querySelector(":scope > .paste [data-headings]");
    if (!known || box.matches("textarea") || !/[\t\n]/.test(text.trim())) return;
    const table = list(rows);
    const row = box.closest("[data-row]");
    if (!row || row.parentElement !== table) return;
    event.preventDefault();
    const lines = cells(text);
    const words = new Set(known.dataset.known.split("|"));
    const headed = (line) => line.filter((cell) => words.has(flat(cell.normalize("NFKC").replace(/\(.*?\)/g, "")))).length >= 2;
    if (lines.slice(0, 12).some(headed) || (lines.length > 1 && !/\d/.test(lines[0].join("")))) {
      rows.querySelector(":scope > .paste textarea").value = text;
      rows.querySelector(":scope > .paste button").click();
      return;
    }
    const total = /^(?:\*{1,3}$|(?:本页|本月|本年|本期|客户)?(?:合计|小计|总计|累计|共计)|(?:(?:grand|sub)[- ]?)?total\b)/i;
    const heads = [...table.querySelectorAll(":scope > thead [data-column]")];
    const across = heads.map((head) => head.dataset.column);
    const first = Math.max(0, across.indexOf(box.name.split(".").pop()));
    const columns = across.slice(first);
    let at = rowsOf(rows).indexOf(row), taken = 0, left = 0;
    for (const line of lines) {
      if (line.some((cell) => total.test(cell.normalize("NFKC")))) { left += 1; continue; }
      const target = rowsOf(rows)[at] ?? newRow(rows);
      const stem = boxesOf(target)[0].name.split(".").slice(0, 3).join(".");
      columns.forEach((name, place) => {
        const into = line[place] ? form.elements[`${stem}.${name}`] : null;
        if (!into) return;
        if (into.tagName === "SELECT") {
          const choice = [...into.options].find((option) => flat(option.text) === flat(line[place]) || option.value === line[place].toLowerCase());
          if (choice) into.value = choice.value;
        } else into.value = line[place];
      });
      at += 1;
      taken += 1;
    }
    changed = true;
    addUp(rows);
    const width = Math.max(...lines.map((line) => line.length));
    const names = heads.slice(first, first + width).map((head) => head.firstChild.textContent.trim());
    const told = document.createElement("p");
    told.className = "pasted alert alert-success";
    told.textContent = known.dataset.said.replace("{count}", String(taken)).replace("{columns}", names.join(" · ")).replace("{left}", String(left));
    rows.querySelector(":scope > [data-told]").replaceChildren(told);
  });

  // -- the sum under a table, in whole cents so that it is exact

  function addUp(rows) {
    const shown = rows.querySelector(":scope > .rows-foot [data-sum]");
    if (!shown) return;
    let total = 0n, count = 0;
    for (const row of rowsOf(rows)) {
      const box = row.querySelector(`[name$='.${shown.dataset.sum}']`);
      const found = /^(\d+)(?:\.(\d{1,3}))?$/.exec(box.value.normalize("NFKC").replace(/[,\s¥$€£]/g, ""));
      if (!found) continue;
      const minus = row.querySelector("[name$='.document']")?.value === "credit_note" ? -1n : 1n;
      total += minus * (BigInt(found[1]) * 1000n + BigInt((found[2] ?? "").padEnd(3, "0") || "0"));
      count += 1;
    }
    const sign = total < 0n ? "−" : "";
    const plain = total < 0n ? -total : total;
    const part = String(plain % 1000n).padStart(3, "0").replace(/0$/, "");
    const whole = String(plain / 1000n).replace(/\B(?=(\d{3})+$)/g, ",");
    shown.textContent = count ? shown.dataset.words.replace("{count}", String(count)).replace("{sum}", `${sign}${whole}.${part}`) : "";
  }

  form.addEventListener("input", (event) => {
    changed = true;
    const rows = event.target.closest("[data-rows]");
    if (rows) addUp(rows);
  });

  // -- the contract that invoices belong to, while there is only one

  function contractNumbers() {
    const boxes = [...form.querySelectorAll("[name^='account.contracts.']")].filter((box) => /^account\.contracts\.\d+\.number$/.test(box.name));
    return [...new Set(boxes.map((box) => box.value.trim()).filter(Boolean))];
  }

  function onlyContract() {
    const numbers = contractNumbers();
    return numbers.length === 1 ? numbers[0] : "";
  }

  let before = onlyContract();
  form.addEventListener("change", (event) => {
    if (!/^account\.contracts\.\d+\.number$/.test(event.target.name)) return;
    const now = onlyContract();
    for (const box of form.querySelectorAll("[name^='account.invoices.'][name$='.contract']")) {
      if (now && (box.value === "" || box.value === before)) box.value = now;
    }
    before = now;
    document.getElementById("contract-numbers").replaceChildren(
      ...contractNumbers().map((number) => Object.assign(document.createElement("option"), { value: number })),
    );
  });

  // -- a link to a box opens what it is folded into, and puts the cursor there

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#at-']");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  });

  // -- the step that is on the screen

  const steps = new Map([...document.querySelectorAll(".steps a")].map((link) => [link.getAttribute("href").slice(1), link]));
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of steps.values()) { link.classList.remove("here"); link.removeAttribute("aria-current"); }
      const link = steps.get(entry.target.id);
      link.classList.add("here");
      link.setAttribute("aria-current", "step");
    }
  }, { rootMargin: "-20% 0px -70% 0px" });
  for (const id of steps.keys()) { const section = document.getElementById(id); if (section) seen.observe(section); }

  // -- hundreds of invoices have thousands of empty boxes, which need not travel

  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === "" && /^account\.(invoices|payments|history)\./.test(name)) event.formData.delete(name);
    }
  });

  // -- nobody loses an hour's typing by closing a tab

  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

  // -- a file dropped anywhere waits in the box that loads one, instead of being opened in place of the form

  const file = form.querySelector("input[type=file][name=file]");
  if (file) {
    const folded = file.closest("details");
    takesDrops(folded, file, () => {
      folded.open = true;
      folded.querySelector("button[value=load]").focus();
    });
  }

  // -- our own company, remembered in this browser when somebody ticks it, and nowhere else

  const REMEMBERED = "docgen.company";
  const remember = form.querySelector("[data-remember]");
  const ours = () =>
    [...form.querySelectorAll("[name^='account.creditor.'], [name^='letter.signatory']")].filter((box) => box.name);

  function stored() {
    try {
      return JSON.parse(localStorage.getItem(REMEMBERED) ?? "null");
    } catch {
      return null; // the browser keeps nothing, or what it kept is not ours
    }
  }

  function store() {
    try {
      if (tick.checked) localStorage.setItem(REMEMBERED, JSON.stringify(Object.fromEntries(ours().map((box) => [box.name, box.value]))));
      else localStorage.removeItem(REMEMBERED);
    } catch {
      tick.checked = false;
    }
  }

  const tick = remember.querySelector("input");
  const company = stored();
  remember.hidden = false;
  tick.checked = company !== null;
  if (company && "fresh" in form.dataset && !form.elements["account.creditor.name"].value) {
    for (const box of ours()) if (typeof company[box.name] === "string") box.value = company[box.name];
    form.elements.remembered.value = "yes"; // nobody typed it: an example or a file may replace it unasked
    remember.querySelector("[data-told-remembered]").textContent = remember.dataset.filled;
  }
  form.addEventListener("input", (event) => { if (ours().includes(event.target)) form.elements.remembered.value = ""; });
  tick.addEventListener("change", store);
  form.addEventListener("submit", () => { if (tick.checked) store(); });

  dressDays(form);
  document.querySelectorAll("[data-rows]").forEach(addUp);
})();
