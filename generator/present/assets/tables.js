/* Tables: ordered, narrowed, with the columns one wants, saved as shown.
 * In: tables that are complete without this file. Out: heads that order their column; from eight rows on a line of tools. What
 * is chosen stands in the address, under the name of the table's heading, beside the choices of lists on the same page.
 */
(() => {
  "use strict";

  const { all, make, fold, remember, cell_words: words, value, figure, save_csv } = window.dossierTools;
  const TEN = 10; // rows of a table that says so stand open
  const SMALL = 8; // rows; below it a line of tools would be louder than the table

  const slug = (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, "-");

  function name_of(table, taken) {
    const before = all("h1[id], h2[id], h3[id], h4[id]").filter(
      (one) => one.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const own = table.closest("figure[id], section[id]")?.id ?? before.at(-1)?.id ?? "table";
    taken.set(own, (taken.get(own) ?? 0) + 1);
    return taken.get(own) > 1 ? `${own}-${taken.get(own)}` : own;
  }

  function dress(table, name) {
    const heads = [...table.tHead.rows[0].cells];
    const keys = heads.map((head, at) => slug(head.textContent) || String(at + 1));
    const bodies = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
    const rows = bodies.flatMap((one) => one.rows).filter((row) => !row.matches(".ds-rowhead"));
    const asked = new URLSearchParams(location.search);
    const ask = (what) => asked.get(`${name}-${what}`) ?? "";
    const keep = (what, text) => remember({ [`${name}-${what}`]: text });
    const numbers = heads.map((head, at) => {
      const texts = rows.map((row) => value(row, at)).filter(Boolean);
      return texts.length > 0 && texts.every((text) => !Number.isNaN(figure(text)));
    });
    let order = null;
    let picked = null; // the same choice for narrow windows, where heads are not shown

    function sort(at, down) {
      order = at === null ? null : { at, down };
      heads.forEach((head, number) => {
        if (number === at) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      for (const { body, rows: original } of bodies) {
        const heading = original.filter((row) => row.matches(".ds-rowhead"));
        const rest = original.filter((row) => !row.matches(".ds-rowhead"));
        const ranked = at === null ? rest : rest.map((row) => [value(row, at), row]).sort(compare).map((one) => one[1]);
        body.append(...heading, ...ranked);
      }
      if (picked) picked.value = order ? `${down ? "-" : ""}${keys[at]}` : "";
    }

    /** Empty cells come last either way; equal ones keep their order. */
    function compare([one], [other]) {
      if (!one || !other) return Number(!one) - Number(!other);
      const { at, down } = order;
      const by = numbers[at] ? figure(one) - figure(other) : one.localeCompare(other, "en", { numeric: true });
      return down ? -by : by;
    }

    function choose(key) {
      const down = key.startsWith("-");
      const at = keys.indexOf(down ? key.slice(1) : key);
      sort(at < 0 ? null : at, down);
      return at < 0 ? "" : key;
    }

    heads.forEach((head, at) => {
      if (!head.textContent.trim() || head.querySelector("a, button")) return;
      const button = make("button", "ds-sorter", ...head.childNodes);
      button.type = "button";
      button.onclick = () => {
        const first = numbers[at]; // figures begin with the highest
        const down = order?.at === at ? !order.down : first;
        const back = order?.at === at && order.down !== first;
        keep("sort", choose(back ? "" : `${down ? "-" : ""}${keys[at]}`));
      };
      head.append(button);
    });

    const whole = table.matches(".ds-ten") && rows.length > TEN + 2 ? cut() : () => {};
    if (rows.length >= SMALL) tools();
    choose(ask("sort"));

    /** A click shows the others, in whatever order; while words narrow the table it looks through all rows. */
    function cut() {
      const rest = make("details", "ds-fold ds-rest-rows", make("summary", "", `${rows.length - TEN} more`));
      const show = (narrowed) => {
        table.classList.toggle("ds-whole", narrowed || rest.open);
        rest.hidden = narrowed;
      };
      rest.ontoggle = () => show(false);
      table.classList.add("ds-cut");
      (table.closest(".ds-scroll") ?? table).after(rest);
      return show;
    }

    function tools() {
      const line = make("div", "ds-tools");
      const shown = make("output", "ds-shown");
      if (!table.matches(".ds-found")) {
        const field = Object.assign(make("input"), { type: "search", autocomplete: "off", value: ask("words") });
        const texts = rows.map((row) => fold(words(row)));
        const kind = kinds();
        const narrow = () => {
          const wanted = fold(field.value).split(" ").filter(Boolean);
          const fit = (row, at) => wanted.every((word) => texts[at].includes(word)) && (!kind?.value || row.dataset.kind === kind.value);
          rows.forEach((row, at) => (row.hidden = !fit(row, at)));
          whole(wanted.length > 0);
          bodies.forEach((one) => (one.body.hidden = one.rows.every((row) => row.hidden || row.matches(".ds-rowhead"))));
          shown.textContent = wanted.length || kind?.value ? `${rows.filter((row) => !row.hidden).length} of ${rows.length} shown` : "";
        };
        field.oninput = () => (narrow(), keep("words", field.value.trim()));
        if (kind) kind.onchange = () => (narrow(), keep("kind", kind.value));
        narrow();
        line.append(make("label", "", "Filter ", field), ...(kind ? [make("label", "", "Kind ", kind)] : []), shown);
      }
      picked = make("select", "", new Option("as given", ""));
      heads.forEach((head, at) => picked.append(new Option(head.textContent, `${numbers[at] ? "-" : ""}${keys[at]}`)));
      picked.onchange = () => keep("sort", choose(picked.value));
      line.append(make("label", "ds-tools-order", "Order ", picked));
      if (heads.length > 2) line.append(columns());
      const button = Object.assign(make("button", "ds-tool", "CSV"), { type: "button", onclick: () => save_csv(table, name, numbers) });
      button.setAttribute("aria-label", "Save these rows as CSV");
      line.append(button);
      (table.closest(".ds-scroll") ?? table).before(line);
    }

    /** A choice of kinds, where the rows say of which they are. */
    function kinds() {
      const counts = new Map();
      rows.forEach((row) => row.dataset.kind && counts.set(row.dataset.kind, (counts.get(row.dataset.kind) ?? 0) + 1));
      if (counts.size < 2) return null;
      const field = make("select", "", new Option("all", ""));
      counts.forEach((number, one) => field.append(new Option(`${one} (${number})`, one)));
      field.value = counts.has(ask("kind")) ? ask("kind") : "";
      return field;
    }

    function columns() {
      const hidden = new Set(ask("without").split(" "));
      const boxes = heads.map((head, at) => {
        const box = Object.assign(make("input"), { type: "checkbox", checked: !hidden.has(keys[at]), disabled: !at });
        const set = () => [head, ...rows.map((row) => row.cells[at])].forEach((cell) => cell && (cell.hidden = !box.checked));
        box.onchange = () => (set(), keep("without", keys.filter((_, n) => !boxes[n].firstChild.checked).join(" ")));
        if (at) set();
        return make("label", "", box, ` ${head.textContent}`);
      });
      return make("details", "ds-tools-columns", make("summary", "ds-tool", "Columns"), make("div", "", ...boxes));
    }
  }

  /** Tables with one row of heads and a cell for each in every row; a matrix has an order of its own, fields that of their file. */
  const fits = (table) =>
    table.tHead?.rows.length === 1 &&
    !table.matches(".ds-matrix, .ds-fields") &&
    !all("th[colspan], td[colspan], [rowspan]", table).some((cell) => !cell.closest(".ds-rowhead")) &&
    all("tbody tr:not(.ds-rowhead)", table).length > 1;

  function start() {
    const taken = new Map();
    for (const table of all(".md-content table")) {
      const name = name_of(table, taken);
      if (!fits(table) || table.dataset.dressed) continue;
      table.dataset.dressed = name;
      dress(table, name);
    }
  }

  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
