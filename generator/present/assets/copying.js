/* Copying: links to sentences and references to pages.
 * In: the text of an article and the boxes that say how to cite. Out: a button at the sentence that is pointed at or touched,
 * one at each paragraph's number with the links to all its sentences, one at each reference; what was copied is said aloud.
 */
(() => {
  "use strict";

  const { all, open_card } = window.dossierTools;
  const SLOW = 450;
  const LASTING = 2000;
  let timer = 0;

  /** What screen readers are told. */
  function tell(text) {
    let line = document.getElementById("ds-told");
    if (!line) {
      line = document.createElement("div");
      line.id = "ds-told";
      line.className = "ds-hidden";
      line.setAttribute("role", "status");
      document.body.append(line);
    }
    line.textContent = "";
    requestAnimationFrame(() => (line.textContent = text));
  }

  /** Pages opened from a disk have no clipboard of the newer kind. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      const focused = document.activeElement;
      field.value = text;
      field.className = "ds-hidden";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      focused?.focus({ preventScroll: true });
      return done;
    }
  }

  async function copy_from(button, text, what) {
    const done = await copy(text);
    tell(done ? `${what} copied` : "Copying failed");
    button.dataset.dsDone = done ? "copied" : "failed";
    setTimeout(() => delete button.dataset.dsDone, LASTING);
  }

  const address = (id) => `${location.href.replace(/[?#].*/s, "")}#${id}`;

  function button(text, label, act) {
    const node = document.createElement("button");
    node.type = "button";
    node.className = "ds-button ds-copy";
    node.textContent = text;
    if (label) node.setAttribute("aria-label", label);
    node.onclick = act;
    return node;
  }

  /** One button, at the end of the sentence in use. */
  const tail = document.createElement("span");
  tail.className = "ds-tail";
  const hook = button("", "Copy link to this sentence", () =>
    copy_from(hook, address(tail.parentNode.id), "Link to the sentence"),
  );
  hook.title = "Copy link to this sentence";
  tail.append(hook);

  function attach(sentence) {
    if (tail.parentNode !== sentence) sentence.append(tail);
  }

  /** A paragraph's number opens the links to it and to its sentences: the way for keyboards. */
  function number_links() {
    all(".ds-paragraph").forEach((heading) => {
      const block = heading.closest(".ds-block");
      const sentences = all(".ds-s", block);
      if (!open_card || heading.querySelector("button") || !sentences.length) return;
      const number = document.createElement("button");
      number.type = "button";
      number.title = "Links to this paragraph and its sentences";
      number.append(...heading.childNodes);
      number.onclick = () => {
        if (number.getAttribute("aria-expanded") === "true") return;
        const aim = (on) => sentences.forEach((one) => one.classList.toggle("ds-aim", one === on));
        const row = document.createElement("span");
        row.className = "ds-copies";
        row.append("Copy link to ");
        const offer = (text, label, target, lit) => {
          const made = button(text, label, () => copy_from(made, address(target), label.replace("Copy link", "Link")));
          made.onfocus = made.onpointerenter = () => aim(lit);
          row.append(made);
        };
        offer("the paragraph", `Copy link to paragraph ${heading.id.slice(1)}`, heading.id, null);
        sentences.forEach((one, at) =>
          offer(`${at + 1}`, `Copy link to sentence ${at + 1} of paragraph ${heading.id.slice(1)}`, one.id, one),
        );
        open_card(number, row, { label: "Links to this paragraph", onclose: () => aim(null) });
        number.setAttribute("aria-expanded", "true");
      };
      heading.append(number);
    });
  }

  document.addEventListener("pointerover", (event) => {
    const sentence = event.target.closest?.(".ds-s");
    clearTimeout(timer);
    if (event.pointerType === "mouse" && sentence) timer = setTimeout(() => attach(sentence), SLOW);
    else if (!sentence) timer = setTimeout(() => tail.remove(), SLOW);
  });
  document.addEventListener("click", (event) => {
    const sentence = event.target.closest?.(".ds-s");
    if (sentence && !event.target.closest("a, button")) attach(sentence);
  });

  function start() {
    tail.remove();
    number_links();
    all(".ds-reference").forEach((box) => {
      const control = box.querySelector(".ds-copy");
      control.hidden = false;
      const name = box.querySelector(".ds-label").textContent;
      control.onclick = () => copy_from(control, box.querySelector("pre").textContent, name);
    });
  }
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
