/* The window of the search.
 * In: what somebody types. Out: what fits, by kind; each result leads to its profile or its sentence. The index, and what reads it,
 * are scripts that are asked for once somebody is about to search, so that pages stay light and it works from a disk too. What is
 * asked stands in the address of the page, so that it can be sent, and is there again when one comes back. A theme's own search
 * is left alone.
 */
(() => {
  "use strict";

  const own = document.currentScript.src;
  const root = new URL("../../", own);
  const PARTS = ["search-find.js", "search-index.js", "search-pages.js"];
  const FIRST = 4; // results of a kind before "more" is asked for
  const MOST = 60;
  const { make, remember } = window.dossierTools;
  let loading, known, dialog, field, list, said;
  let leaving = false; // by a result: what was asked stays in the address that one leaves

  const script = (name) =>
    new Promise((done, fail) => {
      const node = document.createElement("script");
      node.src = new URL(name, own).href;
      node.onload = done;
      node.onerror = () => (node.remove(), fail());
      document.head.append(node);
    });

  /** Asked for once; a failure is forgotten, so that the next attempt asks again. */
  function load() {
    loading ??= Promise.all(PARTS.map(script)).then(
      () => {
        const { full, ledger, timeline } = window.dossierIndex;
        known = { full, ledger, timeline, ...window.dossierSearch(window.dossierIndex, window.dossierPages ?? []) };
        delete window.dossierIndex;
      },
      () => {
        loading = null;
        throw new Error("The index could not be loaded.");
      },
    );
    return loading;
  }
  const prepare = () => load().catch(() => {}); // said when the window opens

  function item(entry, terms) {
    const link = make("a", "ds-hit", ...entry.show(terms));
    link.href = new URL(entry.anchor ? `${entry.url}#${entry.anchor}` : entry.url, root).href;
    return make("li", "", link);
  }

  function group({ title, entries, all }, terms, most = FIRST) {
    const id = `ds-hits-${title.split(" ")[0].toLowerCase()}`;
    const number = terms.length ? make("span", "ds-as", entries.length.toLocaleString("en")) : null;
    const heading = make("h2", "ds-hits-kind", title, number ? " " : "", number);
    heading.id = id;
    const hits = make("ul", "ds-hits", ...entries.slice(0, most).map((entry) => item(entry, terms)));
    const section = make("section", "", heading, hits);
    section.setAttribute("aria-labelledby", id);
    if (entries.length > most) {
      const rest = entries.slice(most, MOST);
      const more = make("button", "ds-button", `${rest.length.toLocaleString("en")} more`);
      more.type = "button";
      more.onclick = () => {
        hits.append(...rest.map((entry) => item(entry, terms)));
        more.remove();
        hits.children[most].firstChild.focus();
      };
      section.append(more);
    }
    if (all && entries.length > MOST) section.append(" ", narrowed(all, `All ${entries.length}, with filters`));
    return section;
  }

  function narrowed(url, words) {
    const link = make("a", "ds-hits-all", words);
    link.href = new URL(`${url}?words=${encodeURIComponent(field.value.trim())}`, root).href;
    return link;
  }

  function show() {
    if (!known) return;
    const found = known.find(field.value);
    said.textContent = found?.said ?? "";
    list.scrollTop = 0;
    if (!found?.groups.length) list.replaceChildren(...known.first.map((one) => group(one, [], MOST)), keys());
    else list.replaceChildren(...found.groups.map((one) => group(one, found.terms)));
    if (found && !known.full) {
      const line = make("p", "ds-hits-note", "The search knows titles, first sentences, keywords and actors here. ");
      line.append(narrowed(known.ledger, "Statements with these words"), " ", narrowed(known.timeline, "events"));
      list.append(line);
    }
  }

  function keys() {
    const line = make("p", "ds-search-keys");
    const told = { "↑ ↓": "choose", Enter: "opens", Esc: "closes" };
    Object.entries(told).forEach(([key, does]) => line.append(make("kbd", "", key), ` ${does} `));
    return line;
  }

  /** Arrow keys go from the field through the results and back; Enter in the field opens the first one. */
  function move(event) {
    const stops = [field, ...list.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) {
      stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus();
      event.preventDefault();
    } else if (event.key === "Escape") {
      dialog.close(); // a browser would clear the field first
      event.preventDefault();
    } else if (event.key === "Enter" && at === 0) {
      if (field.value.trim()) list.querySelector("a")?.click();
      event.preventDefault();
    } else if (at > 0 && event.key.length === 1 && /\S/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      field.focus();
    }
    event.stopPropagation();
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    field.select();
    remember({ q: field.value.trim() });
    list.setAttribute("aria-busy", "true");
    if (!known) said.textContent = "The index is being read.";
    load()
      .then(show, ({ message }) => {
        const again = Object.assign(make("button", "ds-button", "Try again"), { type: "button", onclick: open });
        said.replaceChildren(message, " ", again);
      })
      .finally(() => list.removeAttribute("aria-busy"));
  }

  function build(header) {
    field = make("input");
    const typed = () => (show(), remember({ q: field.value.trim() }));
    Object.assign(field, { type: "search", autocomplete: "off", spellcheck: false, oninput: typed });
    field.placeholder = "A name or words";
    field.setAttribute("aria-label", "Search this dossier");
    said = make("p", "ds-search-said");
    said.setAttribute("role", "status");
    list = make("div", "ds-search-list");
    const shut = make("button", "ds-button", "Close");
    Object.assign(shut, { type: "button", onclick: () => dialog.close() });
    dialog = make("dialog", "ds-search md-typeset", make("div", "ds-search-head", field, shut), said, list);
    dialog.setAttribute("aria-label", "Search");
    dialog.onkeydown = move;
    dialog.onclick = (event) => {
      leaving = Boolean(event.target.closest("a"));
      if (event.target === dialog || leaving) dialog.close();
    };
    dialog.onclose = () => {
      if (!leaving) remember({ q: "" });
      leaving = false;
    };
    document.body.append(dialog);
    const button = make("button", "ds-search-open", make("span", "", "Search"), make("kbd", "", "/"));
    Object.assign(button, { type: "button", onclick: open, onpointerenter: prepare, onfocus: prepare });
    button.setAttribute("aria-keyshortcuts", "/");
    button.setAttribute("aria-label", "Search");
    header.append(button);
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !typing && ["/", "s", "f"].includes(event.key);
      if (!dialog.open && (plain || (event.key === "k" && (event.ctrlKey || event.metaKey)))) {
        event.preventDefault();
        open();
      }
    });
  }

  /** A page that is not there offers the words of its address. */
  function offer() {
    const lost = document.querySelector(".ds-lost [data-ds-search]");
    if (!lost) return;
    const leaf = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
    const words = leaf.replace(/\.\w+$|%[\da-f]{2}/gi, " ").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    if (!words) return;
    lost.append(` for “${words}”`);
    lost.hidden = false;
    lost.onclick = () => {
      field.value = words;
      open();
    };
  }

  /** The window as the address has it: open with what was asked, or closed. */
  function restore() {
    const asked = new URLSearchParams(location.search).get("q");
    if (!asked) return field.value.trim() ? close_quietly() : undefined;
    if (dialog.open && field.value.trim() === asked) return;
    field.value = asked;
    open();
  }

  function close_quietly() {
    if (!dialog.open) return;
    leaving = true;
    dialog.close();
  }

  const header = document.querySelector(".md-header__inner");
  if (header && !document.forms.namedItem("search")) {
    build(header);
    offer();
    restore();
    window.addEventListener("pageshow", (event) => event.persisted && restore());
    window.addEventListener("popstate", () => setTimeout(restore));
    window.document$?.subscribe(restore);
  }
})();
