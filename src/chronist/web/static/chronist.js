// What helps where there is JavaScript: keys, brush, copying, progress. Every page
// works without it.
"use strict";

(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const lines = () => [...document.querySelectorAll(".line .headline a, .statement blockquote a, .pledge blockquote a, .passage .facts a")];

  const step = (by) => {
    const all = lines();
    if (!all.length) { return; }
    const here = all.indexOf(document.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by;
    if (next < 0 || next >= all.length) {
      document.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]")?.focus();
      return;
    }
    all[next].focus();
    all[next].scrollIntoView({ block: "center" });
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => document.getElementById("search")?.focus(),
    w: () => {
      const near = document.activeElement.closest("article, section, figure") ?? document;
      const why = near.querySelector("details.why") ?? document.querySelector("details.why");
      if (why) { why.open = !why.open; why.querySelector("summary").focus(); }
    },
  };

  document.addEventListener("keydown", (event) => {
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (plain && !typing(event.target) && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  for (const form of document.querySelectorAll("form[data-auto]")) {
    form.addEventListener("change", () => form.requestSubmit());
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const told = button.textContent;
      button.textContent = "✓";
      setTimeout(() => { button.textContent = told; }, 1200);
    });
  }

  // The brush: drag over the time line to choose a period.
  const chart = document.getElementById("timeline");
  const filter = document.getElementById("filter");
  if (chart && filter) {
    const day = 86400000;
    const since = Date.parse(chart.dataset.since);
    const span = Date.parse(chart.dataset.until) + day - since;
    const iso = (x) => new Date(since + Math.min(span - day, Math.max(0, span * x / 1000))).toISOString().slice(0, 10);
    const place = (event) => {
      const box = chart.getBoundingClientRect();
      return Math.min(1000, Math.max(0, (event.clientX - box.left) / box.width * 1000));
    };
    let from = null;
    let brush = null;
    chart.addEventListener("pointerdown", (event) => { if (event.button === 0) { from = place(event); } });
    chart.addEventListener("dragstart", (event) => event.preventDefault());
    addEventListener("pointermove", (event) => {
      if (from === null) { return; }
      const to = place(event);
      if (!brush && Math.abs(to - from) > 6) {
        brush = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        brush.setAttribute("class", "brush");
        brush.setAttribute("y", "0");
        brush.setAttribute("height", "120");
        chart.append(brush);
      }
      if (brush) {
        brush.setAttribute("x", Math.min(from, to));
        brush.setAttribute("width", Math.abs(to - from));
      }
    });
    addEventListener("pointerup", (event) => {
      if (from !== null && brush) {
        const ends = [from, place(event)].sort((a, b) => a - b);
        filter.elements.since.value = iso(ends[0]);
        filter.elements.until.value = iso(ends[1]);
        filter.requestSubmit();
      }
      from = null;
    });
    chart.addEventListener("click", (event) => { if (brush) { event.preventDefault(); } }, true);
  }

  // Progress of what is being written.
  const work = document.getElementById("work");
  if (work?.dataset.open === "1") {
    const look = async () => {
      const answer = await fetch("/work.html", { headers: { Accept: "text/html" } });
      if (answer.ok) {
        work.innerHTML = await answer.text();
        work.dataset.open = answer.headers.get("X-Work-Open") ?? "0";
      }
      if (work.dataset.open === "1") { setTimeout(look, 700); }
    };
    setTimeout(look, 700);
  }

  // Files dropped anywhere on the page of adding go into its form.
  const drop = document.getElementById("drop");
  if (drop) {
    const files = drop.querySelector("input[type=file]");
    addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    addEventListener("dragleave", () => drop.classList.remove("over"));
    addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer?.files.length) {
        files.files = event.dataTransfer.files;
        drop.requestSubmit();
      }
    });
  }
})();
