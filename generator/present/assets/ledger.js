/* The ledger of statements: narrowed, ordered, and longer than its page.
 * In: the first rows as HTML, and the address of a script with the rest, asked for once somebody wants more than the
 * page holds. Out: the rows that fit, so many at a time. What is chosen stands in the address of the page.
 */
(() => {
  "use strict";

  const { all, fold, readable, remember, light } = window.dossierTools;
  const STEP = 200;
  const AROUND = 10;
  let current = null;

  /** One row as it is compared; its element is made when it is first shown. */
  const fromNode = (node) => ({
    node,
    id: node.id,
    speaker: node.dataset.speaker,
    kind: node.dataset.kind,
    article: node.dataset.article,
    mode: node.dataset.mode,
    date: node.dataset.date ?? "",
    name: fold(node.querySelector(".ds-by > a.ds-name")?.textContent ?? "\uffff"),
    text: fold(readable(node)),
  });

  const fromRecord = (data, row) => {
    const [id, speaker, words, cue, content, mode, kind, , article, , , to, , via] = row;
    const actor = data.actors[speaker];
    const where = data.articles[article];
    const said = [actor?.[1], words, cue, content.join(" … "), kind, mode, where[1], data.actors[to]?.[1], ...via.map(([name]) => name)];
    return {
      row,
      id,
      speaker: actor?.[0] ?? "-",
      kind,
      article: where[0],
      mode,
      date: where[3],
      name: actor ? fold(actor[1]) : "\uffff",
      text: fold(said.filter(Boolean).join(" ")),
    };
  };

  const make = (tag, className, ...inside) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...inside.filter((one) => one !== null && one !== ""));
    return node;
  };
  const link = (href, className, ...inside) => {
    const node = make("a", className, ...inside);
    node.href = href;
    return node;
  };
  const icon = (kind) => {
    const node = make("span", `ds-icon ds-icon-${kind}`);
    node.setAttribute("aria-hidden", "true");
    return node;
  };
  const named = ([, name, kind, url]) =>
    link(url, `ds-name ds-${kind}`, icon(kind), name, make("span", "ds-hidden", ` (${kind})`));

  /** The element of a row that stood in no page: text is set as text and never read as markup. */
  function element(data, row) {
    const [id, speaker, words, cue, content, mode, kind, negated, article, url, count, to, also, via] = row;
    const actor = data.actors[speaker];
    const by = make("p", "ds-by");
    if (actor) by.append(named(actor), words ? make("span", "ds-as", ` as “${words}”`) : "");
    else by.append(make("span", "ds-name ds-unknown", icon("unknown"), words ? `“${words}”` : "nobody named"));
    if (cue) by.append(" ", make("i", "ds-cue", cue));
    if (negated) by.append(" ", make("span", "ds-as", "negated"));
    via.forEach(([name, where]) => by.append(" ", make("span", "ds-as", "as told by ", link(where, "", name))));
    if (data.actors[to]) by.append(" ", make("span", "ds-arrow", "→"), named(data.actors[to]));
    const text = content.join(" … ");
    const proof = make("ds-chip", "", link(url, "ds-count", make("span", "ds-hidden", "Evidence: "), String(count)));
    const said = make("p", "ds-content", mode === "direct" ? make("q", "", text) : text, "\u00a0", url ? proof : "");
    const facts = make("p", "ds-facts", link(`#${id}`, "ds-kind", kind), " ", make("span", "", mode), " ");
    const [, title, address] = data.articles[article];
    facts.append(link(address, "", title));
    also.forEach(([other, where]) => facts.append(" ", link(where, "", other)));
    const node = make("li", `ds-entry ds-item ds-${actor?.[2] ?? "unknown"}`, by, said, facts);
    node.id = id;
    return node;
  }

  /** The rest of the rows, once; what cannot be loaded leaves the page as it is. */
  function load(ledger) {
    ledger.loading ??= new Promise((done) => {
      const address = ledger.list.dataset.more;
      if (!address) return done();
      const take = () => {
        const data = window.dossierLedger;
        if (data) {
          ledger.data = data;
          ledger.entries.push(...data.rows.map((row) => fromRecord(data, row)));
          ledger.left?.remove();
        }
        done();
      };
      if (window.dossierLedger) return take();
      const script = document.createElement("script");
      script.src = address;
      script.onload = take;
      script.onerror = () => done();
      document.head.append(script);
    });
    return ledger.loading;
  }

  const node = (ledger, entry) => (entry.node ??= element(ledger.data, entry.row));

  function apply(ledger, change) {
    const chosen = Object.fromEntries(ledger.fields.map((field) => [field.name, field.value.trim()]));
    const words = fold(chosen.words).split(" ").filter(Boolean);
    const keys = ["speaker", "kind", "article", "mode"].filter((key) => chosen[key]);
    let fitting = ledger.entries.filter(
      (entry) => keys.every((key) => entry[key] === chosen[key]) && words.every((word) => entry.text.includes(word)),
    );
    const key = { speaker: "name", kind: "kind", date: "date" }[chosen.sort];
    if (key) {
      const order = new Map(fitting.map((entry, number) => [entry, number]));
      const rank = (entry) => entry[key] || "\uffff";
      fitting.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : order.get(a) - order.get(b)));
    }
    const shown = fitting.slice(0, ledger.limit);
    ledger.list.replaceChildren(...shown.map((entry) => node(ledger, entry)));
    const whole = ledger.data || !ledger.list.dataset.more ? ledger.entries.length : ledger.total;
    const all_fit = !keys.length && !words.length;
    const number = all_fit ? whole : fitting.length;
    const cut = number > shown.length ? `, the first ${shown.length.toLocaleString("en")} shown` : " shown";
    ledger.form.querySelector(".ds-shown").textContent =
      `${number.toLocaleString("en")} of ${whole.toLocaleString("en")}${cut}`;
    ledger.none.hidden = fitting.length > 0;
    ledger.button.hidden = number <= shown.length;
    if (!change) return;
    remember(chosen);
  }

  function start() {
    const form = document.querySelector(".ds-filters");
    const list = document.querySelector(".ds-ledger");
    if (!form || !list) return (current = null);
    const fields = [...form.elements].filter((field) => field.name);
    const asked = new URLSearchParams(location.search);
    fields.forEach((field) => {
      field.value = asked.get(field.name) ?? "";
      if (field.value !== (asked.get(field.name) ?? "")) field.value = "";
    });
    const ledger = {
      form,
      list,
      fields,
      entries: all(":scope > li", list).map(fromNode),
      total: Number(list.dataset.total),
      limit: Math.max(STEP, list.children.length),
      none: document.querySelector(".ds-none"),
      button: document.querySelector(".ds-more-rows"),
      left: document.querySelector(".ds-rest"),
      data: null,
      loading: null,
    };
    current = ledger;
    let waiting = 0;
    const changed = () => {
      const turn = ++waiting;
      ledger.limit = STEP;
      load(ledger).then(() => turn === waiting && apply(ledger, true));
    };
    form.hidden = false;
    form.onsubmit = (event) => event.preventDefault();
    form.oninput = changed;
    form.onreset = () => setTimeout(changed);
    ledger.button.onclick = () => {
      ledger.limit += STEP;
      load(ledger).then(() => apply(ledger, false));
    };
    apply(ledger, false);
    if (fields.some((field) => field.value)) load(ledger).then(() => apply(ledger, false));
    arrive();
  }

  /** A link to a statement is stronger than the choices that hide it, and than the length of the page. */
  function arrive() {
    const ledger = current;
    const id = location.hash.slice(1);
    if (!ledger || !id.startsWith("st-") || ledger.list.querySelector(`[id="${CSS.escape(id)}"]`)) return;
    load(ledger).then(() => {
      const entry = ledger.entries.find((one) => one.id === id);
      if (!entry) return;
      ledger.fields.forEach((field) => (field.value = ""));
      ledger.limit = STEP;
      apply(ledger, false);
      // Far down, the rows around it stand in for all before it.
      const at = ledger.entries.indexOf(entry);
      if (at >= STEP) {
        const around = ledger.entries.slice(Math.max(0, at - AROUND), at + STEP);
        ledger.list.replaceChildren(...around.map((one) => node(ledger, one)));
        const [first, last] = [at - AROUND + 1, at - AROUND + around.length].map((one) => one.toLocaleString("en"));
        ledger.form.querySelector(".ds-shown").textContent =
          `${first} to ${last} of ${ledger.entries.length.toLocaleString("en")} shown`;
      }
      light();
    });
  }

  window.addEventListener("hashchange", arrive);
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
