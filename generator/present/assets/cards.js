/* Cards: who a name is and what a statement is, without leaving the page.
 * In: links that name an actor or a statement. Out: a card beside the one that is pointed at, focused or touched. It can be
 * pointed at itself, stays as long as pointer or focus are on one of both, and closes by Escape.
 */
(() => {
  "use strict";

  const { all } = window.dossierTools;
  const FILES = 16;
  const SLOW = 320;
  const GRACE = 220;
  const NAMES = "a[data-ds-actor]";
  const ENDS = "a[data-ds-said]";
  const own = new URL(".", document.currentScript.src);
  const root = new URL("../../", own);
  const loaded = new Map();
  let shown = null;
  let timer = 0;
  let touched = false;
  let returning = false;

  /** The cards of one file; a file that cannot be loaded gives none. */
  function load(number) {
    if (!loaded.has(number)) {
      loaded.set(
        number,
        new Promise((done) => {
          const script = document.createElement("script");
          script.src = new URL(`cards/${number}.js`, own).href;
          script.onload = () => done(window.dossierCards[number] ?? {});
          script.onerror = () => done({});
          document.head.append(script);
        }),
      );
    }
    return loaded.get(number);
  }
  window.dossierCards = (number, cards) => (window.dossierCards[number] = cards);

  function make(tag, className, ...content) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...content.filter((part) => part !== null && part !== ""));
    return node;
  }

  function link(text, href, className) {
    const node = make("a", className, text);
    node.href = href;
    return node;
  }

  async function actor_card(trigger) {
    const id = trigger.dataset.dsActor;
    const number = [...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % FILES;
    const card = (await load(number))[id];
    if (!card) return null;
    const icon = make("span", `ds-icon ds-icon-${card.kind}`);
    icon.setAttribute("aria-hidden", "true");
    const parts = [
      make("span", `ds-peek-name ds-${card.kind}`, icon, link(card.name, trigger.href)),
      make("span", "ds-peek-kind", [card.kind, ...card.what].join(" · ")),
      card.role ? make("span", "ds-peek-role", card.role) : null,
      make("span", "ds-peek-facts", card.facts.join(" · ")),
    ];
    if (card.words) {
      const [before, quote, after] = card.words;
      const words = make("span", "ds-peek-words", card.cue ? make("i", "", `${card.cue} `) : null);
      words.append(before, card.cue ? quote : make("mark", "", quote), after);
      const where = card.where ? link(card.where, new URL(card.url, root).href, "ds-where") : null;
      parts.push(make("span", "ds-peek-said", words, where));
    }
    return make("span", "", ...parts);
  }

  function statement_card(trigger) {
    const end = all(`.ds-end[data-ds-said="${CSS.escape(trigger.dataset.dsSaid)}"]`)[0];
    if (!end) return null;
    const { who, kind, cue, mode, whom, via, also } = end.dataset;
    const facts = [`${mode} speech`, cue ? `“${cue}”` : "", whom ? `to ${whom}` : "", via ? `as told by ${via}` : ""].filter(Boolean);
    return make(
      "span",
      "",
      make("span", "ds-peek-name", who || "nobody named"),
      make("span", "ds-peek-kind", `statement · ${kind}`),
      make("span", "ds-peek-facts", facts.join(" · ")),
      also ? make("span", "ds-peek-facts", `also in ${also}`) : null,
      link("In the ledger", end.href, "ds-where"),
    );
  }

  function close() {
    clearTimeout(timer);
    if (!shown) return;
    const { card, trigger, title, onclose } = shown;
    shown = null;
    const inside = card.contains(document.activeElement);
    card.remove();
    if (title !== null) trigger.setAttribute("title", title);
    trigger.removeAttribute("aria-describedby");
    trigger.removeAttribute("aria-expanded");
    onclose?.();
    if (!inside) return;
    returning = true;
    trigger.focus();
    returning = false;
  }

  /** Beside the line of the trigger that is in use, inside the window. */
  function place() {
    if (!shown) return;
    const { card, trigger, at } = shown;
    const lines = [...trigger.getClientRects()];
    const line = lines[Math.min(at, lines.length - 1)] ?? trigger.getBoundingClientRect();
    const box = card.getBoundingClientRect();
    const below = line.bottom + box.height + 8 < innerHeight || line.top < box.height + 8;
    const left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - box.width - 8));
    card.style.left = `${left}px`;
    card.style.top = `${below ? line.bottom + 2 : line.top - box.height - 2}px`;
  }

  /** Shows `content` beside `trigger`; right behind it in the page, so that Tab leads into it. */
  function open(trigger, content, { at = 0, label = "Card", onclose = null } = {}) {
    close();
    const card = make("span", "ds-peek md-typeset", content);
    if (!card.showPopover || !trigger.isConnected) return null;
    card.popover = "manual";
    card.id = "ds-peek";
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", label);
    trigger.after(card);
    card.showPopover();
    shown = { card, trigger, at, onclose, title: trigger.getAttribute("title") };
    trigger.removeAttribute("title");
    place();
    return card;
  }

  async function show(trigger, y) {
    if (shown?.trigger === trigger) return;
    const content = trigger.matches(NAMES) ? await actor_card(trigger) : statement_card(trigger);
    const wanted = touched || trigger.matches(":hover") || trigger === document.activeElement;
    if (!content || !wanted) return;
    const lines = [...trigger.getClientRects()];
    const at = Math.max(0, lines.findIndex((line) => y >= line.top && y <= line.bottom));
    if (open(trigger, content, { at })) trigger.setAttribute("aria-describedby", "ds-peek");
  }

  const trigger_of = (node) => node?.closest?.(`.md-content :is(${NAMES}, ${ENDS})`);
  const stays = (node) => shown && (shown.card.contains(node) || shown.trigger.contains(node));

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    if (stays(event.target)) return clearTimeout(timer);
    const trigger = trigger_of(event.target);
    clearTimeout(timer);
    if (trigger && !trigger.closest(".ds-peek")) timer = setTimeout(() => show(trigger, event.clientY), SLOW);
    else if (shown && !stays(document.activeElement)) timer = setTimeout(close, GRACE);
  });
  document.addEventListener("focusin", (event) => {
    if (returning || stays(event.target)) return;
    const trigger = trigger_of(event.target);
    if (shown) close();
    if (trigger?.matches(":focus-visible")) show(trigger, -1);
  });
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse";
    if (shown && !stays(event.target)) close();
  });
  /* A first touch opens the card, a second one follows the link; a name that heads a row is followed at once. */
  document.addEventListener(
    "click",
    (event) => {
      const trigger = trigger_of(event.target);
      if (!touched || !trigger || shown?.trigger === trigger || trigger.closest(".ds-first, .ds-peek, h3")) return;
      event.preventDefault();
      event.stopPropagation();
      show(trigger, event.clientY);
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape") close();
  });
  addEventListener("scroll", place, { passive: true });
  addEventListener("resize", place, { passive: true });
  if (typeof document$ !== "undefined") document$.subscribe(close);

  window.dossierTools.open_card = open;
})();
