"use strict";
(() => {
  const content = document.getElementById("content"), record = document.getElementById("record");
  const status = document.getElementById("pointed");
  const marks = [...content.querySelectorAll("mark[data-f]")], rows = [...record.querySelectorAll("[data-f]")];
  const unread = [...content.querySelectorAll("mark.unread")];
  const byField = new Map();
  let lit = [], pinned = null;
  let mouse = ""; // where it was at the last click: what moves under it is not pointed at

  for (const node of [...marks, ...rows])
    for (const field of node.dataset.f.split(" ")) {
      if (!byField.has(field)) byField.set(field, []);
      byField.get(field).push(node);
    }

  const others = (node) => {
    const found = new Set(node.dataset.f.split(" ").flatMap((field) => byField.get(field)));
    const side = node.tagName === "MARK" ? "DIV" : "MARK";
    return [...found].filter((other) => other.tagName === side);
  };

  function light(node) {
    for (const one of lit) one.classList.remove("lit");
    lit = node ? [node, ...others(node)] : [];
    for (const one of lit) one.classList.add("lit");
    const shown = lit.filter((one) => one.tagName === "DIV").slice(0, 8);
    status.replaceChildren();
    status.hidden = !shown.length;
    shown.forEach((row, at) => {
      if (at) status.append(" · ");
      status.appendChild(document.createElement("b")).textContent = row.dataset.path;
    });
    if (shown.length) status.append(` — ${shown[0].dataset.where}`);
  }

  function reveal(node) {
    for (let up = node.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    node.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  function pin(node) {
    pinned = node;
    light(node);
    const other = others(node)[0];
    if (other) reveal(other);
  }

  const place = (event) => `${Math.floor(event.clientX)} ${Math.floor(event.clientY)}`;
  const marked = (event) => event.target.closest("[data-f]");
  for (const side of [content, record]) {
    side.addEventListener("pointerover", (event) => {
      if (event.pointerType === "mouse" && place(event) !== mouse) light(marked(event) || pinned);
    });
    side.addEventListener("pointerleave", (event) => { if (place(event) !== mouse) light(pinned); });
    side.addEventListener("focusin", (event) => { const node = marked(event); if (node) light(node); });
    side.addEventListener("click", (event) => {
      mouse = place(event);
      const node = marked(event);
      if (node) pin(node);
    });
  }

  const walk = marks.filter((mark) => !mark.closest(".band")); // arrows lead through these
  function step(from, by) {
    const next = walk[(walk.indexOf(from) + by + walk.length) % walk.length];
    from.tabIndex = -1;
    next.tabIndex = 0;
    for (let up = next.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    next.focus();
  }
  for (const mark of marks) mark.tabIndex = -1;
  if (walk.length) walk[0].tabIndex = 0;

  document.addEventListener("keydown", (event) => {
    const node = event.target.closest("[data-f]");
    if (event.key === "Escape") { pinned = null; light(null); }
    else if (!node) return;
    else if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pin(node); }
    else if (node.tagName === "MARK" && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault();
      step(node, event.key === "ArrowRight" ? 1 : -1);
    }
  });
  for (const button of document.querySelectorAll("[data-unread]"))
    button.addEventListener("click", () => { const node = unread[+button.dataset.unread]; if (node) reveal(node); });
})();
