/* What pages do beyond what HTML does by itself.
 * In: the page as it was built, complete without this file. Out: the sentence one arrived at is lit, marks can be
 * switched off, cards open by touch and close by Escape, lists of names can be searched.
 */
(() => {
  "use strict";

  const MARKS = "dossier.marks";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const make = (tag, className, ...inside) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...inside.filter((one) => one !== null && one !== ""));
    return node;
  };
  const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

  /** Memory over visits; a browser may refuse it, which costs no more than the memory. */
  const memory = {
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(key, value);
      } catch {
        /* Nothing is remembered. */
      }
    },
  };

  /** Lights what the address names: pages that come without a full load do not set :target. */
  function light() {
    all(".ds-here").forEach((node) => node.classList.remove("ds-here"));
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const node = id ? document.getElementById(id) : null;
    if (!node?.matches(".ds-s, .ds-entry, .ds-stand, .ds-paragraph, .ds-timeline > li")) return;
    node.classList.add("ds-here");
    const box = node.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) node.scrollIntoView({ block: "center" });
  }

  /** Marks on or off, the same on every article, the next time too. */
  function switch_marks() {
    all(".ds-switch").forEach((line) => {
      const text = line.closest(".ds-text");
      const button = line.querySelector("[data-ds-marks]");
      const set = (on) => {
        text.dataset.marks = on ? "on" : "off";
        button.setAttribute("aria-pressed", String(on));
      };
      line.hidden = false;
      set(memory.get(MARKS) !== "off");
      button.onclick = () => {
        const on = text.dataset.marks === "off";
        set(on);
        memory.set(MARKS, on ? "on" : "off");
      };
    });
  }

  /** Notes stand level with the beginning of their statement, or as near as the notes above and below it let them. */
  function level_notes() {
    const text = document.querySelector(".ds-text");
    if (text?.querySelector("ds-notes")) new ResizeObserver(() => level(text)).observe(text);
  }

  function level(text) {
    const notes = all(".ds-side", text);
    notes.forEach((note) => (note.style.marginTop = ""));
    if (!notes[0].offsetHeight || getComputedStyle(notes[0]).display !== "block") return;
    const found = all("ds-notes", text).map((column) => {
      const block = column.parentElement;
      const own = [...column.children];
      const top = own[0].getBoundingClientRect().top;
      const heights = own.map((note) => note.offsetHeight);
      const gap = parseFloat(getComputedStyle(own[0]).marginBottom);
      const starts = new Map(all(".ds-start", block).map((one) => [one.dataset.note, one.getBoundingClientRect().top - top]));
      const places = [];
      own.forEach((note, at) => {
        const above = at ? places[at - 1] + heights[at - 1] + gap : 0;
        places.push(Math.max(above, starts.get(note.dataset.note) ?? 0));
      });
      // What would end below the paragraph moves up, as far as the notes above it leave room.
      const needed = heights.reduce((sum, one) => sum + one + gap, -gap);
      let end = Math.max(block.querySelector("p").offsetHeight, needed);
      for (let at = own.length - 1; at >= 0; at -= 1) {
        places[at] = Math.min(places[at], end - heights[at]);
        end = places[at] - gap;
      }
      return own.map((note, at) => [note, places[at] - (at ? places[at - 1] + heights[at - 1] : 0)]);
    });
    found.flat().forEach(([note, above]) => (note.style.marginTop = `${above}px`));
  }

  /** Lists of names: only rows that hold the words are shown, with the headings of those. */
  function find_names() {
    all(".ds-find").forEach((form) => {
      const field = form.querySelector("input");
      const rows = all(".ds-found > li, .ds-found tbody tr:not(.ds-rowhead)");
      const texts = new Map(rows.map((row) => [row, fold(readable(row))]));
      form.hidden = false;
      form.onsubmit = (event) => event.preventDefault();
      const apply = () => {
        const words = fold(field.value).split(" ").filter(Boolean);
        rows.forEach((row) => (row.hidden = !words.every((word) => texts.get(row).includes(word))));
        all(".ds-found tbody").forEach((body) => {
          body.hidden = ![...body.rows].some((row) => !row.hidden && !row.matches(".ds-rowhead"));
        });
        const shown = rows.filter((row) => !row.hidden).length;
        form.querySelector(".ds-shown").textContent = words.length ? `${shown} of ${rows.length} shown` : "";
      };
      field.value = new URLSearchParams(location.search).get("find") ?? "";
      form.oninput = () => {
        apply();
        remember({ find: field.value.trim() });
      };
      apply();
    });
  }

  /** The words of a statement without its card, which would make every filter fit. */
  function readable(row) {
    const copy = row.cloneNode(true);
    all("ds-chip, .ds-hidden", copy).forEach((node) => node.remove());
    return copy.textContent;
  }

  /** Keeps choices in the address beside those of other lists; one without a value leaves it. */
  function remember(choices) {
    const query = new URLSearchParams(location.search);
    Object.entries(choices).forEach(([key, value]) => (value ? query.set(key, value) : query.delete(key)));
    const text = query.toString();
    try {
      history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
    } catch {
      /* The address of a page on a disk stays as it is. */
    }
  }

  /** Text as it is compared: small letters, no accents, single blanks. */
  function fold(text) {
    return text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[‘’]/g, "'")
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase();
  }

  function close_cards(but) {
    all("ds-chip.ds-open").forEach((chip) => chip !== but && chip.classList.remove("ds-open"));
  }

  /** A first touch opens the card, a second one follows the link; Escape closes whatever is open. */
  let touched = false;
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse";
    close_cards(event.target.closest?.("ds-chip"));
  });
  document.addEventListener(
    "click",
    (event) => {
      const chip = event.target.closest?.(".ds-count")?.closest("ds-chip");
      if (!chip?.querySelector("ds-card") || !touched || chip.classList.contains("ds-open")) return;
      event.preventDefault();
      event.stopPropagation();
      chip.classList.remove("ds-shut");
      chip.classList.add("ds-open");
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key !== "Escape") return;
    close_cards();
    all("ds-chip:hover, ds-chip:focus-within").forEach((chip) => {
      chip.classList.add("ds-shut");
      const reopen = () => chip.classList.remove("ds-shut");
      chip.addEventListener("pointerleave", reopen, { once: true });
      chip.addEventListener("focusout", reopen, { once: true });
    });
  });

  /** The theme's search is a dialog without a name; screen readers need one. */
  function name_search() {
    const field = document.querySelector(".md-search__input");
    all(".md-search[role=dialog]:not([aria-label])").forEach((dialog) => {
      dialog.setAttribute("aria-label", field?.getAttribute("aria-label") ?? "Search");
    });
  }

  function start() {
    name_search();
    switch_marks();
    find_names();
    level_notes();
    light();
  }

  /* What the scripts after this one share. */
  window.dossierTools = { all, make, count, fold, readable, remember, light };

  window.addEventListener("hashchange", light);
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
