"use strict";
(() => {
  const source = document.getElementById("rows");
  if (!source) return;
  const { rows, journals, types } = JSON.parse(source.textContent);
  const one = (id) => document.getElementById(id);
  const table = one("articles"), body = table.tBodies[0], more = one("more");
  const STEP = 100;
  const WHERE = 3, TYPE = 4, RETRACTED = 5;
  let found = rows, shown = 0;

  const text = (row) =>
    [row[0], row[1], row[2] || "", journals[row[WHERE]], types[row[TYPE]]].join("\n").toLowerCase();
  let texts = null; // made at the first search

  const address = (id) =>
    /^[1-9][0-9]{0,8}$/.test(id) ? `https://pubmed.ncbi.nlm.nih.gov/${id}/`
    : /^10\.[0-9]{4,}\//.test(id) ? `https://doi.org/${encodeURIComponent(id).replaceAll("%2F", "/")}`
    : null;

  function cell(line, name, content) {
    const td = line.insertCell();
    td.className = name;
    const inner = td.appendChild(document.createElement("bdi"));
    inner.textContent = content;
    return td;
  }

  function draw(row) {
    const line = body.insertRow();
    const where = address(row[0]);
    const id = cell(line, "id", where ? "" : row[0]);
    if (where) {
      const link = id.firstChild.appendChild(document.createElement("a"));
      link.href = where;
      link.rel = "noopener noreferrer";
      link.textContent = row[0].length > 24 ? `${row[0].slice(0, 23)}…` : row[0];
    }
    const title = cell(line, "title", row[1] || "(no title)");
    if (row[RETRACTED]) {
      title.append(" ");
      const tag = title.appendChild(document.createElement("span"));
      tag.className = "tag";
      tag.textContent = "retracted";
    }
    cell(line, "year", row[2] || "");
    cell(line, "where", journals[row[WHERE]]);
    cell(line, "type", types[row[TYPE]]);
  }

  function showMore() {
    const first = body.rows.length;
    for (const end = Math.min(shown + STEP, found.length); shown < end; shown++) draw(found[shown]);
    more.hidden = shown >= found.length;
    return body.rows[first];
  }

  function start() {
    body.replaceChildren();
    shown = 0;
    showMore();
    const count = found.length.toLocaleString("en");
    one("found").textContent = found.length === rows.length ? `${count} articles`
      : `${count} of ${rows.length.toLocaleString("en")} articles`;
  }

  function filter() {
    texts ??= new Map(rows.map((row) => [row, text(row)]));
    const words = one("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const from = +one("from").value || -Infinity, to = +one("to").value || Infinity;
    const dated = from !== -Infinity || to !== Infinity;
    found = rows.filter((row) =>
      (!one("retracted").checked || row[RETRACTED]) &&
      (!dated || (row[2] && row[2] >= from && row[2] <= to)) &&
      words.every((word) => texts.get(row).includes(word)));
    start();
  }

  const value = (row, key) =>
    key === WHERE ? journals[row[key]] : key === TYPE ? types[row[key]]
    : key === 0 && /^[0-9]+$/.test(row[0]) ? +row[0] : row[key];

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), "en");
  }

  function sort(head) {
    const key = +head.dataset.key;
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const sign = up ? 1 : -1;
    rows.sort((a, b) => sign * compare(value(a, key), value(b, key)));
    filter();
  }

  for (const id of ["words", "from", "to", "retracted"]) one(id).addEventListener("input", filter);
  for (const head of table.tHead.rows[0].cells) head.firstChild.addEventListener("click", () => sort(head));
  more.addEventListener("click", () => {
    const line = showMore();
    line?.querySelector("a")?.focus();
  });
  start();
})();
