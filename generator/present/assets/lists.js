/* Long lists: narrowed, ordered, saved as CSV, and longer than their page.
 * In: the first rows as HTML, and the address of a script with the others, asked for once somebody wants more than the
 * page holds. Out: the rows that fit, so many at a time, under their headings. What is chosen stands in the address of the page.
 */
(() => {
  "use strict";

  const { all, fold, readable, remember, light, cell_words, save_lines } = window.dossierTools;
  const STEP = 200;
  const AROUND = 10;
  const SMALL = 8; // rows; below it a list without choices has no tools
  const MARKUP = /<ds-chip[\s\S]*?<\/ds-chip>|<span class="ds-hidden">[^<]*<\/span>|<[^>]*>/g;
  let lists = [];

  const count = (number) => number.toLocaleString("en");
  const decode = (text) =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replaceAll("&nbsp;", " ");

  /** From HTML that was made when the site was built: every word of a text stands in it as a word. */
  function made(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content.firstElementChild;
  }

  /* A row is read as it stands in the data, and becomes an element when it is first shown. */
  const element = (row) => (row.node ??= made(row.html));
  const words = (row) =>
    (row.text ??= fold(row.node ? readable(row.node) : decode(row.html.replace(MARKUP, ""))));
  const keys = (row) =>
    (row.keys ??= row.node
      ? row.node.dataset
      : Object.fromEntries(
          [...row.html.slice(0, row.html.indexOf(">")).matchAll(/ data-(\w+)="([^"]*)"/g)].map(([, key, text]) => [
            key,
            decode(text),
          ]),
        ));
  const values = (text) => text.split(text.includes("|") ? "|" : " ");
  const holds = (row, id) =>
    row.node ? row.node.id === id || row.node.querySelector(`[id="${CSS.escape(id)}"]`) : row.html.includes(` id="${id}"`);

  /** A part of a list on the page: a heading with rows, or with further parts. */
  function part_of(node) {
    const over = node.parentElement.closest("[data-part]");
    const rows = node.matches("ol") ? node : node.querySelector(":scope > ol");
    return [Number(node.dataset.part), { node, rows, over: over ? Number(over.dataset.part) : null }];
  }

  function read(name) {
    const own = (what) => all(`${what}[data-list="${name}"]`);
    const roots = own("[data-part]");
    const nodes = roots.flatMap((root) => [root, ...all("[data-part]", root)]);
    const parts = new Map(nodes.map(part_of));
    const rows = [...parts].flatMap(([part, one]) => [...(one.rows?.children ?? [])].map((node) => ({ node, part, first: true })));
    const [form] = own("form");
    const { more, total, columns } = roots[0].dataset;
    return {
      name,
      parts,
      rows,
      form,
      more,
      columns,
      shown: rows,
      total: Number(total),
      limit: rows.length,
      fields: form ? [...form.elements].filter((field) => field.name) : [],
      said: form?.querySelector(".ds-shown"),
      none: own(".ds-none")[0],
      line: own(".ds-more-line")[0],
      rest: own(".ds-rest")[0],
    };
  }

  /** The rows that the page does not hold, once; what cannot be loaded leaves the page as it is. */
  function load(list) {
    list.loading ??= new Promise((done) => {
      if (!list.more) return done();
      const take = () => {
        const data = window.dossierLists?.[list.name];
        if (!data) return done();
        const page = list.rows.values();
        const whole = (html) => html.replace(/\{(\d+)\}/g, (_, at) => data.shared[at]);
        list.rows = data.rows.map((row) => (row ? { part: row[0], html: whole(row[1]) } : page.next().value));
        data.parts.forEach((one, number) => {
          if (one && !list.parts.has(number)) list.parts.set(number, { html: whole(one[0]), over: one[1] });
        });
        Object.entries(data.choices).forEach(([key, others]) => {
          others.forEach(([value, label]) => list.form.elements[key].append(new Option(label, value)));
        });
        list.rest?.remove();
        done();
      };
      if (window.dossierLists?.[list.name]) return take();
      const script = document.createElement("script");
      script.src = list.more;
      script.onload = take;
      script.onerror = () => done();
      document.head.append(script);
    });
    return list.loading;
  }

  /** Shows these rows, and of the headings those above them. */
  function show(list, rows) {
    if (rows.length === list.shown.length && rows.every((row, at) => row === list.shown[at])) return;
    list.shown = rows;
    for (const part of list.parts.values()) {
      part.rows?.replaceChildren();
      if (part.over !== null) part.node?.remove();
    }
    const open = (number) => {
      const part = list.parts.get(number);
      if (!part.node) {
        part.node = made(part.html);
        part.rows = part.node.matches("ol") ? part.node : part.node.querySelector(":scope > ol");
      }
      if (part.over !== null && !part.node.isConnected) open(part.over).node.append(part.node);
      return part;
    };
    rows.forEach((row) => open(row.part).rows.append(element(row)));
    tally(list, rows);
  }

  /** Headings that say how many stand below them. */
  function tally(list, rows) {
    const held = new Map();
    for (const row of rows) {
      for (let at = row.part; at !== null; at = list.parts.get(at).over) held.set(at, (held.get(at) ?? 0) + 1);
    }
    for (const [number, { node }] of list.parts) {
      const said = node?.querySelector(":scope > h3 > .ds-as > .ds-tally");
      if (said) said.textContent = held.get(number) < Number(said.dataset.of) ? `${count(held.get(number))} of ` : "";
    }
  }

  /** The choices that the address holds; one that no control has is none. */
  function take_choices(list) {
    const asked = new URLSearchParams(location.search);
    list.fields.forEach((field) => {
      field.value = asked.get(field.name) ?? "";
      if (field.value !== (asked.get(field.name) ?? "")) field.value = "";
    });
    return list.fields.some((field) => asked.get(field.name));
  }

  const choices = (list) => Object.fromEntries(list.fields.map((field) => [field.name, field.value.trim()]));

  /** The name of a value, as the control has it. */
  function label(list, key, value) {
    const options = [...(list.form?.elements[key]?.options ?? [])];
    const named = (one) => options.find((option) => option.value === one)?.textContent.replace(/ \([\d,]+\)$/, "");
    return values(value).filter(Boolean).map((one) => named(one) ?? one).join("; ");
  }

  function fitting(list) {
    const { words: asked = "", sort = "", ...chosen } = choices(list);
    const wanted = fold(asked).split(" ").filter(Boolean);
    const pairs = Object.entries(chosen).filter(([, value]) => value);
    const fits = (row) =>
      pairs.every(([key, value]) => values(keys(row)[key] ?? "").includes(value)) &&
      wanted.every((word) => words(row).includes(word));
    const rows = list.rows.filter(fits);
    if (sort) {
      const rank = (row) => ["", "-"].includes(keys(row)[sort] ?? "") ? "\uffff" : fold(label(list, sort, keys(row)[sort]));
      const ranks = new Map(rows.map((row, at) => [row, [rank(row), at]]));
      rows.sort((one, other) => {
        const [a, b] = [ranks.get(one), ranks.get(other)];
        return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1];
      });
    }
    return { rows, sort, whole: !pairs.length && !wanted.length };
  }

  function apply(list, changed) {
    const { rows, sort, whole } = fitting(list);
    let shown = rows;
    if (rows.length > list.limit) {
      const before = sort ? rows : [...rows.filter((row) => row.first), ...rows.filter((row) => !row.first)];
      const kept = new Set(before.slice(0, list.limit));
      shown = rows.filter((row) => kept.has(row));
    }
    show(list, shown);
    const number = whole ? list.total : rows.length;
    const cut = number > shown.length;
    if (list.said) {
      const fit = whole ? count(shown.length) : count(number);
      list.said.textContent = `${fit} of ${count(list.total)} ${cut && !whole ? `fit, ${count(shown.length)} ` : ""}shown`;
    }
    if (list.none) list.none.hidden = rows.length > 0;
    list.button.hidden = !cut;
    if (changed) remember(choices(list));
  }

  /** All rows that fit, in the columns that the list names: a part of the row, an attribute, or the name of a choice. */
  async function save(list) {
    await load(list);
    const columns = list.columns.split(";").map((one) => one.split(/:(.*)/s).map((part) => part.trim()));
    const cell = (row, way) => {
      if (way.startsWith("=")) return label(list, way.slice(1), keys(row)[way.slice(1)] ?? "");
      const [selector, name] = way.split("@");
      const nodes = selector ? all(selector, element(row)) : [element(row)];
      const text = (node) => (name === "href" ? node.href : name ? node.getAttribute(name) : cell_words(node));
      return [...new Set(nodes.map(text))].filter(Boolean).join("; ");
    };
    const { rows } = fitting(list);
    save_lines([columns.map(([head]) => head), ...rows.map((row) => columns.map(([, way]) => cell(row, way)))], list.name);
  }

  function tools(list) {
    list.button = list.line.querySelector("button");
    list.button.onclick = () => {
      list.limit += STEP;
      const before = new Set(list.shown);
      load(list).then(() => {
        apply(list, false);
        // Without the button, the keyboard stands on the first row that it brought.
        if (list.button.hidden) element(list.shown.find((row) => !before.has(row)) ?? list.shown[0]).querySelector("a")?.focus();
      });
    };
    if (!list.form && list.total < SMALL) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "ds-button", textContent: "CSV" });
    button.setAttribute("aria-label", list.form ? "Save what fits as CSV" : "Save this list as CSV");
    button.onclick = () => save(list);
    (list.form?.querySelector(".ds-filters-end") ?? list.line).append(" ", button);
  }

  function begin(list) {
    tools(list);
    const asked = take_choices(list);
    if (list.form) {
      let turn = 0;
      const changed = () => {
        const own = ++turn;
        list.limit = STEP;
        load(list).then(() => own === turn && apply(list, true));
      };
      list.form.hidden = false;
      list.form.onsubmit = (event) => event.preventDefault();
      list.form.oninput = changed;
      list.form.addEventListener("focusin", () => load(list), { once: true }); // the controls then have all their values
      list.form.onreset = () => setTimeout(changed);
    }
    apply(list, false);
    if (asked) {
      list.limit = STEP;
      load(list).then(() => (take_choices(list), apply(list, false)));
    }
  }

  /** A link to a row, or to a heading, is stronger than the choices that hide it, and than the length of the page. */
  function arrive() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    if (!id || document.getElementById(id)) return;
    lists.forEach(async (list) => {
      await load(list);
      const under = (row) => {
        for (let part = list.parts.get(row.part); part; part = list.parts.get(part.over)) {
          if (part.html ? part.html.includes(` id="${id}"`) : part.node.querySelector(`:scope > [id="${CSS.escape(id)}"]`)) return true;
        }
        return false;
      };
      const row = list.rows.find((one) => holds(one, id)) ?? list.rows.find(under);
      if (!row) return;
      list.fields.forEach((field) => (field.value = ""));
      list.limit = Math.max(list.limit, STEP);
      apply(list, false);
      if (!list.shown.includes(row)) {
        // Far down, the rows around it stand in for all before it.
        const at = list.rows.indexOf(row);
        const from = Math.max(0, Math.min(at - AROUND, list.rows.length - STEP));
        show(list, list.rows.slice(from, at + STEP));
        if (list.said) list.said.textContent = `${count(from + 1)} to ${count(from + list.shown.length)} of ${count(list.total)} shown`;
      }
      light();
      const node = document.getElementById(id);
      node?.scrollIntoView({ block: "center" });
      // Rows that come near for the first time get their height only now.
      requestAnimationFrame(() => setTimeout(() => node?.scrollIntoView({ block: "center" })));
      window.dispatchEvent(new Event("ds-arrived"));
    });
  }

  function start() {
    const names = new Set(all("[data-list][data-part]").map((node) => node.dataset.list));
    lists = [...names].map(read);
    lists.forEach(begin);
    arrive();
  }

  window.addEventListener("hashchange", arrive);
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
