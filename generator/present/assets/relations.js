/* The timeline's filters, and links inside drawings.
 * In: pages that are complete without this file. Out: the timeline can be narrowed, with the choices in the address; a
 * link to a pair opens its sentences; links in drawings work beside a navigation that knows no drawings.
 */
(() => {
  "use strict";

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /** Text as it is compared: small letters, no accents, single blanks. */
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

  /** The words of an entry without its card, which would make every filter fit. */
  function readable(row) {
    const copy = row.cloneNode(true);
    all("ds-chip, .ds-hidden", copy).forEach((node) => node.remove());
    return fold(copy.textContent);
  }

  /** Whether an entry has what is chosen; several values of one entry stand with blanks or strokes between them. */
  function fits(row, chosen, words) {
    const has = (key, sign) => !chosen[key] || row.dataset[key].split(sign).includes(chosen[key]);
    return has("actor", " ") && has("article", " ") && has("class", " ") && has("told", "|") && words;
  }

  function narrow_timeline() {
    const form = document.querySelector(".ds-narrow-timeline");
    window.onhashchange = null;
    if (!form) return;
    const rows = all(".ds-timeline > li[data-class]");
    const texts = new Map();
    const fields = [...form.elements].filter((field) => field.name);
    const asked = new URLSearchParams(location.search);
    fields.forEach((field) => {
      field.value = asked.get(field.name) ?? "";
      if (field.value !== (asked.get(field.name) ?? "")) field.value = "";
    });

    const apply = (change) => {
      const chosen = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
      const words = fold(chosen.words).split(" ").filter(Boolean);
      let shown = 0;
      rows.forEach((row) => {
        if (words.length && !texts.has(row)) texts.set(row, readable(row));
        row.hidden = !fits(row, chosen, words.every((word) => texts.get(row).includes(word)));
        shown += !row.hidden;
      });
      for (const part of all(".ds-month, .ds-year")) {
        const within = all(".ds-timeline > li[data-class]", part);
        part.hidden = within.length > 0 && within.every((row) => row.hidden);
      }
      form.querySelector(".ds-shown").textContent = `${shown} of ${rows.length} shown`;
      form.parentElement.querySelector(".ds-none").hidden = shown > 0;
      if (!change) return;
      window.dossierTools.remember(chosen);
    };

    /** A link to an entry, a year or a month is stronger than the choices that hide it. */
    const reveal = () => {
      const node = target();
      if (!node?.closest("[hidden]")) return;
      fields.forEach((field) => (field.value = ""));
      apply(true);
      node.scrollIntoView({ block: "center" });
    };

    form.hidden = false;
    form.onsubmit = (event) => event.preventDefault();
    form.oninput = () => apply(true);
    form.onreset = () => setTimeout(() => apply(true));
    window.onhashchange = reveal;
    apply(false);
    reveal();
  }

  function target() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  }

  /** A link to a pair opens what it rests on, and lights it where the page came without a full load. */
  function open_pair() {
    all(".ds-dyad.ds-here").forEach((node) => node.classList.remove("ds-here"));
    const node = target();
    if (!node?.matches(".ds-dyad")) return;
    node.classList.add("ds-here");
    const details = node.querySelector("details");
    if (details) details.open = true;
    node.scrollIntoView({ block: "nearest" });
  }

  /** The address of a link in a drawing is no text, at which the site's own navigation would fail: it is followed
   * by an ordinary link in its place. */
  document.addEventListener(
    "click",
    (event) => {
      const drawn = event.target.closest?.("svg a");
      if (!drawn || event.defaultPrevented) return;
      event.stopPropagation();
      event.preventDefault();
      const link = document.body.appendChild(document.createElement("a"));
      link.href = drawn.getAttribute("xlink:href");
      const { ctrlKey, metaKey, shiftKey } = event;
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
      link.remove();
    },
    true,
  );

  function start() {
    narrow_timeline();
    open_pair();
  }

  window.addEventListener("hashchange", open_pair);
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
