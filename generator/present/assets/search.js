/* The search of the site.
 * In: an index as a script, asked for once somebody is about to search, so that it works from a disk too. Out: a window with
 * what fits, by kind; each result leads to its profile or its sentence. What is asked stands in the address of the page, so that
 * it can be sent, and is there again when one comes back. A theme's own search is left alone.
 */
(() => {
  "use strict";

  const own = document.currentScript.src;
  const root = new URL("../../", own);
  const FIRST = 4; // results of a kind before "more" is asked for
  const MOST = 60;
  const SAME = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i", ə: "e" };
  const { remember } = window.dossierTools;
  let loading, known, dialog, field, list, said;
  let leaving = false; // by a result: what was asked stays in the address that one leaves

  /** Small letters without accents and signs, a blank around each word. */
  const fold = (text) =>
    ` ${text
      .normalize("NFD")
      .replace(/\p{M}|['’ʼ`]/gu, "")
      .toLowerCase()
      .replace(/[øłđðþßæœıə]/g, (letter) => SAME[letter])
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;

  const make = (tag, className, ...inside) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...inside.filter((one) => one !== null && one !== ""));
    return node;
  };
  const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

  /** The words with what was looked for marked; text is set as text and never read as markup. */
  function marked(text, terms) {
    const pieces = text.split(/([\p{L}\p{N}\p{M}'’ʼ]+)/u);
    return pieces.map((piece, number) => {
      if (number % 2 === 0) return piece;
      const word = fold(piece);
      return terms.some((term) => word.startsWith(` ${term}`)) ? make("mark", "", piece) : piece;
    });
  }

  /** Rows of the index as what is compared: names, text, weight, and how a result is shown. */
  function read(data) {
    const name = (number) => data.actors[number]?.[0] ?? "";
    const names = (number) => (data.actors[number] ? [data.actors[number][0], ...data.actors[number][3]] : []);
    const who = (party) => (typeof party === "number" ? name(party) : party);
    const called = (party) => (typeof party === "number" ? names(party).join(" · ") : party);
    const icon = (kind) => make("span", `ds-icon ds-icon-${kind}`);
    const actor = (number, words) => {
      const [title, kind] = data.actors[number] ?? [words ? `“${words}”` : "nobody named", "unknown"];
      return make("span", `ds-name ds-${kind}`, icon(kind), title);
    };
    const party = (one) => (typeof one === "number" ? actor(one) : one);
    const at = (number, anchor) => `${data.articles[number][2]}${anchor ? `#${anchor}` : ""}`;
    const entry = (title, text, weight, url, show) => ({
      names: title.map(fold),
      text: fold(text),
      weight,
      url,
      show,
    });
    const actors = data.actors.map(([title, kind, url, others, roles, mentions, statements], number) =>
      entry([title, ...others], roles.join(" · "), mentions, url, (terms) => {
        const hit = fold(title);
        const also = terms.every((term) => hit.includes(` ${term}`))
          ? null
          : others.find((other) => terms.every((term) => fold(other).includes(` ${term}`)));
        const facts = [kind, roles[0], count(mentions, "mention"), statements ? count(statements, "statement") : ""];
        return [
          make("span", "ds-hit-title", actor(number)),
          also ? make("span", "ds-hit-also", "also ", ...marked(also, terms)) : null,
          make("span", "ds-hit-facts", facts.filter(Boolean).join(" · ")),
        ];
      }),
    );
    const statements = data.statements.map(([speaker, words, cue, content, direct, kind, article, sentence]) =>
      entry([content], `${names(speaker).join(" · ")} ${words} ${cue} ${kind}`, 0, at(article, sentence), (terms) => [
        make("span", "ds-hit-title", actor(speaker, words), " ", make("i", "ds-cue", cue)),
        make("span", "ds-hit-text", ...(direct ? ["“", ...marked(content, terms), "”"] : marked(content, terms))),
        make("span", "ds-hit-facts", `${kind} · ${data.articles[article][0]}`),
      ]),
    );
    const events = data.events.map(([what, agent, patient, day, told, words, article, sentence]) =>
      entry([words], `${what} ${called(agent)} ${called(patient)} ${day} ${told}`, 0, at(article, sentence), (terms) => [
        make("span", "ds-hit-title", what, who(agent) ? ": " : "", party(agent), who(patient) ? " → " : "", party(patient)),
        make("span", "ds-hit-text", ...marked(words, terms)),
        make("span", "ds-hit-facts", [day, told, data.articles[article][0]].filter(Boolean).join(" · ")),
      ]),
    );
    const articles = data.articles.map(([title, about, url, sentences, terms, met]) => {
      const lines = sentences.map(([anchor, words]) => ({ anchor, words, text: fold(words) }));
      const rest = `${about} ${terms.join(" · ")} ${met.map((number) => names(number).join(" · ")).join(" · ")}`;
      const made = entry([title], lines.map((line) => line.text).join("") + rest, 0, url, (words) => {
        const held = lines.filter((line) => words.some((term) => line.text.includes(` ${term}`)));
        const best = held.filter((line) => words.every((term) => line.text.includes(` ${term}`)));
        const line = best[0] ?? held[0];
        made.anchor = line?.anchor;
        const facts = [about, best.length > 1 ? count(best.length, "sentence") : ""].filter(Boolean).join(" · ");
        return [
          make("span", "ds-hit-title", ...marked(title, words)),
          line ? make("span", "ds-hit-text", ...marked(line.words, words)) : null,
          make("span", "ds-hit-facts", facts),
        ];
      });
      return made;
    });
    const keywords = data.keywords.map(([term, url, uses, articles]) =>
      entry([term], "", uses, url, (terms) => [
        make("span", "ds-hit-title", ...marked(term, terms)),
        make("span", "ds-hit-facts", articles),
      ]),
    );
    const pages = (window.dossierPages ?? []).map(([title, heading, url, text]) =>
      entry([heading || title], text, 0, url, (terms) => [
        make("span", "ds-hit-title", ...marked(heading ? `${title}: ${heading}` : title, terms)),
        make("span", "ds-hit-text", ...marked(around(text, terms), terms)),
      ]),
    );
    return {
      ...data,
      kinds: [
        ["Actors", actors],
        ["Statements", statements, data.ledger],
        ["Events", events, data.timeline],
        ["Articles", articles],
        ["Keywords", keywords],
        ["About this dossier", pages],
      ],
    };
  }

  /** Part of a long text, from a little before the first word that fits. */
  function around(text, terms) {
    const words = text.split(" ");
    const first = words.findIndex((word) => terms.some((term) => fold(word).startsWith(` ${term}`)));
    const start = Math.max(0, first - 8);
    return `${start ? "… " : ""}${words.slice(start, start + 32).join(" ")}${start + 32 < words.length ? " …" : ""}`;
  }

  const script = (name) =>
    new Promise((done, fail) => {
      const node = document.createElement("script");
      node.src = new URL(name, own).href;
      node.onload = done;
      node.onerror = fail;
      document.head.append(node);
    });

  function load() {
    loading ??= Promise.all(["search-index.js", "search-pages.js"].map(script)).then(() => {
      known = read(window.dossierIndex);
      delete window.dossierIndex;
    });
    return loading;
  }

  /** How well an entry fits: its name is what was asked, holds it, holds all words; the words stand in it as asked. */
  function rank(entry, asked, terms) {
    if (!terms.every((term) => entry.text.includes(` ${term}`) || entry.names.some((one) => one.includes(` ${term}`)))) {
      return -1;
    }
    let best = entry.text.includes(asked) ? 1 : 0;
    for (const one of entry.names) {
      if (one === `${asked} `) return 5;
      if (one.includes(asked)) best = Math.max(best, one.includes(`${asked} `) ? 4 : 3);
      else if (terms.every((term) => one.includes(` ${term}`))) best = Math.max(best, 2);
    }
    return best;
  }

  /** Number of letters to change, add or leave out, up to a limit. */
  function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      }
      row = next;
    }
    return row[other.length];
  }

  /** The word of names, keywords and titles that is written most like one that stands nowhere. */
  function nearest(term) {
    if (term.length < 4) return null;
    const limit = term.length < 8 ? 1 : 2;
    known.words ??= [
      ...new Set(
        known.kinds
          .filter(([title]) => ["Actors", "Keywords", "Articles"].includes(title))
          .flatMap(([, entries]) => entries.flatMap((entry) => entry.names))
          .flatMap((text) => text.trim().split(" ")),
      ),
    ];
    const near = known.words.map((word) => [distance(term, word, limit), word]).filter(([far]) => far <= limit);
    return near.sort((a, b) => a[0] - b[0])[0]?.[1] ?? null;
  }

  const stands = (term) =>
    known.kinds.some(([, entries]) =>
      entries.some((entry) => entry.text.includes(` ${term}`) || entry.names.some((one) => one.includes(` ${term}`))),
    );

  /** A plural finds its singular too; what stands nowhere is read as the word most like it. */
  function terms_of(words) {
    const changed = [];
    const terms = words.map((word) => {
      const short = word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
      if (stands(short)) return short;
      const other = nearest(word);
      if (other) changed.push([word, other]);
      return other ?? word;
    });
    return { terms, changed };
  }

  function item(entry, terms) {
    const link = make("a", "ds-hit", ...entry.show(terms));
    link.href = new URL(entry.anchor ? `${entry.url}#${entry.anchor}` : entry.url, root).href;
    return make("li", "", link);
  }

  function group([title, entries, everything], asked, terms) {
    const fitting = entries
      .map((entry, number) => [rank(entry, asked, terms), entry.weight, number, entry])
      .filter(([how]) => how >= 0)
      .sort((a, b) => b[0] - a[0] || b[1] - a[1] || a[2] - b[2])
      .map((one) => one[3]);
    if (!fitting.length) return null;
    const id = `ds-hits-${title.split(" ")[0].toLowerCase()}`;
    const heading = make("h2", "ds-hits-kind", title, " ", make("span", "ds-as", fitting.length.toLocaleString("en")));
    heading.id = id;
    const hits = make("ul", "ds-hits", ...fitting.slice(0, FIRST).map((entry) => item(entry, terms)));
    const section = make("section", "", heading, hits);
    section.setAttribute("aria-labelledby", id);
    if (fitting.length > FIRST) {
      const rest = fitting.slice(FIRST, MOST);
      const more = make("button", "ds-button", `${rest.length.toLocaleString("en")} more`);
      more.type = "button";
      more.onclick = () => {
        hits.append(...rest.map((entry) => item(entry, terms)));
        more.remove();
        hits.children[FIRST].firstChild.focus();
      };
      section.append(more);
    }
    if (everything && fitting.length > MOST) section.append(" ", narrowed(everything, `All ${fitting.length}, with filters`));
    return { section, number: fitting.length };
  }

  function narrowed(url, words) {
    const link = make("a", "ds-hits-all", words);
    link.href = new URL(`${url}?words=${encodeURIComponent(field.value.trim())}`, root).href;
    return link;
  }

  function show() {
    if (!known) return;
    const asked = fold(field.value).trimEnd();
    list.replaceChildren();
    said.textContent = "";
    if (!asked) return;
    const { terms, changed } = terms_of(asked.trim().split(" "));
    const meant = changed.length ? ` ${terms.join(" ")}` : asked;
    const groups = known.kinds.map((kind) => group(kind, meant, terms)).filter(Boolean);
    const total = groups.reduce((sum, one) => sum + one.number, 0);
    const spelt = changed.map(([word, other]) => `“${word}” stands nowhere; shown: “${other}”. `).join("");
    said.textContent = total ? `${spelt}${count(total, "result")}` : "Nothing fits all these words.";
    list.append(...groups.map((one) => one.section));
    if (!known.full) {
      const line = make("p", "ds-hits-note", "The search knows titles, first sentences, keywords and actors here. ");
      line.append(narrowed(known.ledger, "Statements with these words"), " ", narrowed(known.timeline, "events"));
      list.append(line);
    }
    list.scrollTop = 0;
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
      list.querySelector("a")?.click();
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
    load().then(
      () => {
        list.removeAttribute("aria-busy");
        show();
      },
      () => (said.textContent = "The index could not be loaded."),
    );
  }

  function build(header) {
    field = make("input");
    const typed = () => (show(), remember({ q: field.value.trim() }));
    Object.assign(field, { type: "search", autocomplete: "off", spellcheck: false, oninput: typed });
    field.placeholder = "Actors, statements, events, articles, keywords";
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
    Object.assign(button, { type: "button", onclick: open, onpointerenter: load, onfocus: load });
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
    restore();
    window.addEventListener("pageshow", (event) => event.persisted && restore());
    window.addEventListener("popstate", () => setTimeout(restore));
    window.document$?.subscribe(restore);
  }
})();
