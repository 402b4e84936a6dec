/* Pairs, and links inside drawings.
 * In: pages that are complete without this file. Out: a link to a pair opens its sentences; links in drawings work beside
 * a navigation that knows no drawings.
 */
(() => {
  "use strict";

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

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

  const start = open_pair;

  window.addEventListener("hashchange", open_pair);
  window.addEventListener("ds-arrived", open_pair);
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
