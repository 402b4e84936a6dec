/* Drawings as files: networks and the map, as they stand on the page.
 * In: SVG that was drawn when the site was built and takes its look from the page's rules. Out: two buttons below each
 * drawing; a file holds its rules itself, on the paper of the page, and no address of the site.
 */
(() => {
  "use strict";

  const { all, fold } = window.dossierTools;
  const SHARP = 2; // pixels of a picture for one of the page
  const RULES = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "stroke-opacity", "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "paint-order", "display",
  ];
  const NAMESPACE = "http://www.w3.org/2000/svg";

  /** A copy that needs no page around it. */
  function alone(drawing) {
    const copy = drawing.cloneNode(true);
    const [nodes, copies] = [drawing, copy].map((one) => [one, ...one.querySelectorAll("*")]);
    nodes.forEach((node, at) => {
      const look = getComputedStyle(node);
      copies[at].setAttribute("style", RULES.map((rule) => `${rule}:${look.getPropertyValue(rule)}`).join(";"));
      copies[at].removeAttribute("class");
    });
    copies.filter((node) => node.localName === "a").forEach((node) => {
      const group = document.createElementNS(NAMESPACE, "g");
      ["style", "transform"].forEach((name) => node.hasAttribute(name) && group.setAttribute(name, node.getAttribute(name)));
      group.append(...node.childNodes);
      node.replaceWith(group);
    });
    const { width, height } = drawing.viewBox.baseVal;
    const paper = document.createElementNS(NAMESPACE, "rect");
    const colour = getComputedStyle(document.body).backgroundColor;
    Object.entries({ width, height, fill: colour }).forEach(([name, value]) => paper.setAttribute(name, value));
    copy.prepend(paper);
    Object.entries({ width, height, xmlns: NAMESPACE }).forEach(([name, value]) => copy.setAttribute(name, value));
    return { text: new XMLSerializer().serializeToString(copy), width, height };
  }

  function keep(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  async function save(drawings, format) {
    const drawing = drawings.find((one) => one.checkVisibility());
    if (!drawing) return;
    const { text, width, height } = alone(drawing);
    const page = document.querySelector(".md-content h1")?.firstChild?.textContent ?? document.title;
    const kind = drawing.matches(".ds-map") ? "map" : "network";
    const name = `${fold(page).replace(/[^\p{L}\p{N}]+/gu, "-")}-${kind}.${format}`;
    if (format === "svg") return keep(new Blob([text], { type: "image/svg+xml" }), name);
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: width * SHARP, height: height * SHARP });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => keep(blob, name));
  }

  function start() {
    const drawings = all("svg:is(.ds-network, .ds-map)");
    for (const parent of new Set(drawings.map((one) => one.parentElement))) {
      if (parent.querySelector(":scope > .ds-figure-tools")) continue;
      const own = drawings.filter((one) => one.parentElement === parent);
      const line = Object.assign(document.createElement("p"), { className: "ds-figure-tools" });
      for (const [format, words] of [["png", "Save as picture"], ["svg", "as SVG"]]) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "ds-figure-save", textContent: words });
        button.onclick = () => save(own, format);
        line.append(button, " ");
      }
      own.at(-1).after(line);
    }
  }

  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
