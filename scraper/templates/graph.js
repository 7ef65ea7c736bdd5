"use strict";
(() => {
  const svg = document.getElementById("network");
  if (!svg) return;
  const said = document.getElementById("pointed"), hint = said.textContent;
  const dots = [...svg.querySelectorAll(".dots a")].reverse(); // the largest is drawn last
  const places = new Map(dots.map((dot, place) => [dot, place]));
  const near = dots.map(() => []);
  for (const line of svg.querySelectorAll(".lines path")) {
    const ends = line.dataset.ends.split(" ").map(Number);
    near[ends[0]].push([line, ends[1]]);
    near[ends[1]].push([line, ends[0]]);
  }

  // The part of the drawing that is seen: x, y, width, height.
  const whole = svg.getAttribute("viewBox").split(" ").map(Number);
  let seen = [...whole];
  const scale = () => Math.max(seen[2] / svg.clientWidth, seen[3] / svg.clientHeight);
  function show() {
    svg.setAttribute("viewBox", seen.join(" "));
    svg.classList.toggle("far", scale() > 1.9); // labels would be too small to read
  }

  function zoom(factor, x, y) {
    const width = Math.min(Math.max(seen[2] / factor, 60), whole[2] * 2);
    const part = width / seen[2];
    seen = [x - (x - seen[0]) * part, y - (y - seen[1]) * part, width, seen[3] * part];
    show();
  }

  function place(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  }

  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => {
      const factor = +button.dataset.zoom;
      if (factor) return zoom(factor, seen[0] + seen[2] / 2, seen[1] + seen[3] / 2);
      seen = [...whole];
      show();
    });
  }

  show();
  addEventListener("resize", show);

  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), ...place(event));
  }, { passive: false });

  // One pointer moves, two zoom; a click on a dot that did not move opens the article.
  const pointers = new Map();
  let moved = 0;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!pointers.size) moved = 0;
    pointers.set(event.pointerId, event);
  });
  addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
    moved += Math.abs(dx) + Math.abs(dy);
    if (pointers.size === 1 && moved > 4) {
      svg.classList.add("moving");
      seen[0] -= dx * scale();
      seen[1] -= dy * scale();
      show();
    } else if (pointers.size === 2) {
      const other = [...pointers.values()].find((one) => one.pointerId !== event.pointerId);
      const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
      zoom(apart(event) / apart(before), ...place(other));
    }
    pointers.set(event.pointerId, event);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    addEventListener(name, (event) => {
      pointers.delete(event.pointerId);
      if (!pointers.size) svg.classList.remove("moving");
    });
  }
  svg.addEventListener("click", (event) => { if (moved > 4) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  function point(dot) {
    unpoint();
    svg.classList.add("pointed");
    dot.classList.add("near");
    for (const [line, other] of near[places.get(dot)]) {
      line.classList.add("near");
      dots[other].classList.add("near");
    }
    said.textContent = dot.querySelector("title").textContent;
  }

  function unpoint() {
    svg.classList.remove("pointed");
    for (const one of svg.querySelectorAll(".near")) one.classList.remove("near");
    said.textContent = hint;
  }

  for (const dot of dots) {
    dot.addEventListener("pointerenter", () => { if (!pointers.size) point(dot); });
    dot.addEventListener("pointerleave", unpoint);
    dot.addEventListener("focus", () => point(dot));
    dot.addEventListener("blur", unpoint);
  }

  for (const box of document.querySelectorAll("[data-group]")) {
    box.addEventListener("change", () => svg.classList.toggle(`no-${box.dataset.group}`, !box.checked));
  }
})();
